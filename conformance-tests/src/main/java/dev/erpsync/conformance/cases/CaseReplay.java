package dev.erpsync.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.NotSayableException;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.http.UnsendableException;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Echo;
import dev.erpsync.conformance.replay.Effects;
import dev.erpsync.conformance.replay.Leaks;
import dev.erpsync.conformance.replay.SameValue;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the calls of cases on one target, and judges what comes back. Not thread-safe. */
public final class CaseReplay {
  private static final String UNKNOWN = "the state is not known";
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Map<Contract, CaseJudge> judges = new HashMap<>();
  private final CaseCall.Maker calls;
  private final Effects effects;
  private final Optional<Stage> stage;
  private final Patience patience;
  private final SameValue answers = new SameValue();

  /**
   * A replay on one target.
   *
   * @param sender to the target
   * @param control the target's state; empty when it cannot be set
   * @param secrets who can be played
   * @param throttling whether to call until the target slows the caller down
   */
  public CaseReplay(
      Contract contract,
      Sender sender,
      Optional<StateControl> control,
      Secrets secrets,
      boolean throttling) {
    this.calls = new CaseCall.Maker(contract, secrets);
    this.effects = new Effects(contract, sender);
    this.stage = control.map(Stage::new);
    this.patience = new Patience(sender, throttling);
  }

  /** Why a call cannot be made, and so shows nothing of any target; empty when it can. */
  public Optional<String> obstacle(Case each, Wire wire) {
    try {
      calls.of(each, wire);
      return Optional.empty();
    } catch (NotSayableException | MissingSecretException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Makes one call. What the target stored before is lost; see {@link
   * dev.erpsync.conformance.state.StateGuard}.
   *
   * @param name under which it is reported
   * @param wire how it is put on the wire, where the case does not say it
   */
  public Verdict replay(Case each, Wire wire, String name) {
    Depth depth = judge(each).depth(each, stage.isPresent());
    try {
      CaseCall call = calls.of(each, wire);
      return stage.isPresent()
          ? onStage(stage.get(), each, call, name, depth)
          : withoutState(each, call, name, depth);
    } catch (UnsendableException
        | NotSayableException
        | MissingSecretException
        | NotProvokedException e) {
      return new Verdict.Skipped(name, String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      return failed(name, depth, new Difference("", "UTF-8", "bytes that are none"));
    } catch (ControlException e) {
      String found = String.valueOf(e.getMessage());
      return failed(name, depth, new Difference("emulator control", "the state", found));
    } catch (IOException e) {
      return failed(name, depth, new Difference("exchange", "an answer", String.valueOf(e)));
    }
  }

  private Verdict onStage(Stage stage, Case each, CaseCall call, String name, Depth depth)
      throws IOException {
    JsonNode before = stage.set(each.given());
    Answer answer = answer(each, call);
    List<Difference> effect = effects(stage, each, call, answer, before);
    if ((isSafe(call) || Effects.isRefused(answer)) && effect.isEmpty()) {
      stage.keep(each.given());
    }
    List<Difference> differences = new ArrayList<>();
    boolean spared = isSpared(each, answer);
    if (spared) {
      differences.addAll(judge(each).form(each, call.sent(), answer));
    } else {
      differences.addAll(judge(each).judge(each, depth, call.sent(), answer, before));
      differences.addAll(same(each, answer, before, differences.isEmpty(), name));
    }
    differences.addAll(Leaks.in(call.sent(), answer.response()));
    differences.addAll(effect);
    return spared && differences.isEmpty()
        ? new Verdict.Skipped(name, each.unless().orElseThrow().because())
        : Verdict.of(name, depth, differences);
  }

  private Verdict withoutState(Case each, CaseCall call, String name, Depth depth)
      throws IOException {
    if (needsState(each, depth)) {
      return new Verdict.Skipped(name, UNKNOWN);
    }
    Answer answer = answer(each, call);
    boolean spared = isSpared(each, answer);
    boolean refused = each.response().status() < 400 && judge(each).isRefusal(each, answer);
    List<Difference> differences =
        new ArrayList<>(
            spared || refused
                ? judge(each).form(each, call.sent(), answer)
                : judge(each).judge(each, depth, call.sent(), answer, MissingNode.getInstance()));
    differences.addAll(Leaks.in(call.sent(), answer.response()));
    String reason = spared ? each.unless().orElseThrow().because() : UNKNOWN;
    return (spared || refused) && differences.isEmpty()
        ? new Verdict.Skipped(name, reason)
        : Verdict.of(name, depth, differences);
  }

  /** What only a state explains: a value, another state than the sample's, and some refusals. */
  private static boolean needsState(Case each, Depth depth) {
    boolean found = each.request().path().isEmpty();
    int status = each.response().status();
    return depth == Depth.EXACT
        || !each.given().equals(each.sample().given())
        || (found && (status == 404 || status == 409));
  }

  private Answer answer(Case each, CaseCall call) throws IOException {
    return judge(each).read(each, patience.send(each, call));
  }

  private CaseJudge judge(Case each) {
    return judges.computeIfAbsent(each.contract(), CaseJudge::new);
  }

  /** A text that is sent as it is has no value from which an effect could be foreseen. */
  private List<Difference> effects(
      Stage stage, Case each, CaseCall call, Answer answer, JsonNode before) throws IOException {
    if (isSafe(call)) {
      return Effects.none(stage.control(), before);
    }
    return each.request().text().isPresent() && !Effects.isRefused(answer)
        ? List.of()
        : effects.check(each.sample().operation(), call.meant(), answer, stage.control(), before);
  }

  /** Whether no target may take it for more than a question (RFC 9110, section 9.2.1). */
  private static boolean isSafe(CaseCall call) {
    return SAFE.contains(call.sent().method());
  }

  private static boolean isSpared(Case each, Answer answer) {
    return each.response().status() != answer.status()
        && each.unless().filter(u -> u.statuses().contains(answer.status())).isPresent();
  }

  private List<Difference> same(
      Case each, Answer answer, JsonNode before, boolean conforms, String name) {
    return conforms && answer.status() < 400 && answer.value().isPresent()
        ? answers.compare(
            each.toString(), name, answer.value().get(), Echo.assigned(each.altered(), before))
        : List.of();
  }

  private static Verdict failed(String name, Depth depth, Difference difference) {
    return new Verdict.Failed(name, depth, List.of(difference));
  }
}
