package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.NotSayableException;
import dev.erpsync.conformance.format.QueryArguments;
import dev.erpsync.conformance.given.EntityNames;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.http.UnsendableException;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.ExistingIdException;
import dev.erpsync.conformance.state.MadeState;
import dev.erpsync.conformance.state.NotMadeException;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateByOperations;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replays documented exchanges on a target: puts the state in place, sends the request as it is
 * documented, compares the answer, and checks that a claimed effect is one. Not thread-safe.
 */
public final class Replay {
  /** Which side is asked. */
  public static final String SIDE = "server";

  private final Contract contract;
  private final SampleCall call;
  private final Comparison comparison;
  private final Effects effects;
  private final StateAccess access;
  private final Encoding encoding;
  private final SameValue answers;

  /**
   * A replay on one target.
   *
   * @param contract what is documented
   * @param sender to the target
   * @param access how the target's state is set; where it cannot be, answers are compared by
   *     structure only
   * @param authorization credentials instead of the documented ones; empty to send those
   * @param encoding how bodies are written
   * @param answers what the same calls were answered in other encodings
   */
  public Replay(
      Contract contract,
      Sender sender,
      StateAccess access,
      Optional<String> authorization,
      Encoding encoding,
      SameValue answers) {
    this.contract = contract;
    this.call = new SampleCall(contract, sender, authorization, encoding);
    this.comparison = new Comparison(contract);
    this.effects = new Effects(contract, sender);
    this.access = access;
    this.encoding = encoding;
    this.answers = answers;
  }

  /**
   * Replays one exchange. Where there is an emulator control, what the target stored before is
   * lost; see {@link dev.erpsync.conformance.state.StateGuard}. Otherwise what was made for the
   * exchange is removed again.
   */
  public Verdict replay(ReplayCase replayCase) {
    String name = replayCase.name(SIDE, encoding);
    if (!replayCase.obstacle().isEmpty()) {
      return new Verdict.Skipped(name, replayCase.obstacle());
    }
    Depth depth = comparison.depth(replayCase.sample(), access.isKnown());
    try {
      if (access.control().isPresent()) {
        return Verdict.of(name, depth, inState(replayCase, depth, access.control().get()));
      }
      return access.operations().isPresent()
          ? inMadeState(name, depth, replayCase, access.operations().get())
          : withoutState(name, replayCase.sample(), replayCase.query());
    } catch (UnsendableException | NotSayableException e) {
      return new Verdict.Skipped(name, String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      return failed(name, depth, new Difference("", "UTF-8", "bytes that are none"));
    } catch (ControlException e) {
      return failed(
          name,
          depth,
          new Difference("emulator control", "the state of the sample", "" + e.getMessage()));
    } catch (ExistingIdException e) {
      return failed(name, depth, new Difference("ids", "a new id", "" + e.getMessage()));
    } catch (IOException e) {
      return failed(name, depth, new Difference("exchange", "an answer", String.valueOf(e)));
    }
  }

  private static Verdict failed(String name, Depth depth, Difference difference) {
    return new Verdict.Failed(name, depth, List.of(difference));
  }

  private Verdict withoutState(String name, Sample sample, String query) throws IOException {
    Depth depth = comparison.depth(sample, false);
    SampleCall.Made made = call.make(sample, query);
    Answer answer = made.answer();
    boolean refused = comparison.isRefusal(sample, answer);
    List<Difference> differences =
        new ArrayList<>(
            refused
                ? comparison.compareForm(operation(sample), answer, made.negotiated())
                : comparison.compare(
                    sample, depth, answer, made.types(), MissingNode.getInstance()));
    differences.addAll(Leaks.in(made.sent(), answer.response()));
    return refused && differences.isEmpty()
        ? new Verdict.Skipped(
            name, "refused with %d, and the state is not known".formatted(answer.status()))
        : Verdict.of(name, depth, differences);
  }

  private List<Difference> inState(ReplayCase replayCase, Depth depth, StateControl control)
      throws IOException {
    Sample sample = replayCase.sample();
    JsonNode before = control.put(replayCase.given());
    SampleCall.Made made = call.make(sample, replayCase.query());
    Answer answer = made.answer();
    List<Difference> differences =
        new ArrayList<>(comparison.compare(sample, depth, answer, made.types(), before));
    if (differences.isEmpty() && answer.value().isPresent()) {
      differences.addAll(
          answers.compare(
              replayCase,
              encoding.toString(),
              answer.value().get(),
              Echo.assigned(sample, before)));
    }
    differences.addAll(Leaks.in(made.sent(), answer.response()));
    differences.addAll(effects.check(sample.operation(), made.meant(), answer, control, before));
    return differences;
  }

  private Verdict inMadeState(
      String name, Depth depth, ReplayCase replayCase, StateByOperations operations)
      throws IOException {
    MadeState state;
    try {
      state = operations.make(replayCase.given(), namesConnector(replayCase));
    } catch (NotMadeException e) {
      // The documented ids may be those of somebody.
      MadeState nothing = operations.nothing();
      Sample sample = replayCase.sample().withRequestBody(nothing::in);
      return withoutState(name, sample, nothing.in(replayCase.query()));
    }
    try {
      return Verdict.of(name, depth, inMadeState(replayCase, depth, state, operations));
    } finally {
      operations.remove(state);
    }
  }

  private List<Difference> inMadeState(
      ReplayCase replayCase, Depth depth, MadeState state, StateByOperations operations)
      throws IOException {
    Sample sample = replayCase.sample().withRequestBody(state::in);
    SampleCall.Made made = call.make(sample, state.in(replayCase.query()));
    Answer answer = made.answer();
    JsonNode sent = sample.request().body().orElseGet(MissingNode::getInstance);
    if (answer.value().isPresent()) {
      operations.requireNew(sample.operation(), sent, answer.value().get());
      state.adopt(sample.operation(), sent, answer.value().get());
    }
    List<Difference> differences =
        new ArrayList<>(comparison.compare(sample, depth, answer, made.types(), state.state()));
    differences.addAll(Leaks.in(made.sent(), answer.response()));
    if (differences.isEmpty()) {
      differences.addAll(effects.ask(sample.operation(), made.meant(), answer, state.state()));
    }
    return differences;
  }

  /** Whether a connector is what the call is about. */
  private boolean namesConnector(ReplayCase replayCase) {
    Sample sample = replayCase.sample();
    JsonNode arguments =
        sample
            .request()
            .body()
            .orElseGet(() -> QueryArguments.of(contract, operation(sample), replayCase.query()));
    return arguments.propertyStream().anyMatch(each -> EntityNames.isConnector(each.getKey()));
  }

  private Operation operation(Sample sample) {
    return contract.operation(sample.operation()).orElseThrow();
  }
}
