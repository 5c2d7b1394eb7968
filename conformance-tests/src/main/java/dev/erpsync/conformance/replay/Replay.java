package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.format.NotSayableException;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.http.UnsendableException;
import dev.erpsync.conformance.state.ControlException;
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
  private final Sender sender;
  private final Comparison comparison;
  private final Effects effects;
  private final Optional<StateControl> control;
  private final Optional<String> authorization;
  private final Encoding encoding;
  private final Formats formats;
  private final Negotiation negotiation;
  private final SameValue answers;

  /**
   * A replay on one target.
   *
   * @param contract what is documented
   * @param sender to the target
   * @param control the target's state; empty when it cannot be set, and answers are then compared
   *     by structure only
   * @param authorization credentials instead of the documented ones; empty to send those
   * @param encoding how bodies are written
   * @param answers what the same calls were answered in other encodings
   */
  public Replay(
      Contract contract,
      Sender sender,
      Optional<StateControl> control,
      Optional<String> authorization,
      Encoding encoding,
      SameValue answers) {
    this.contract = contract;
    this.sender = sender;
    this.comparison = new Comparison(contract);
    this.effects = new Effects(contract, sender);
    this.control = control;
    this.authorization = authorization;
    this.encoding = encoding;
    this.formats = new Formats(contract);
    this.negotiation = new Negotiation(contract);
    this.answers = answers;
  }

  /**
   * Replays one exchange. What the target stored before is lost; see {@link
   * dev.erpsync.conformance.state.StateGuard}.
   */
  public Verdict replay(ReplayCase replayCase) {
    String name = replayCase.name(SIDE, encoding);
    if (!replayCase.obstacle().isEmpty()) {
      return new Verdict.Skipped(name, replayCase.obstacle());
    }
    Depth depth = comparison.depth(replayCase.sample(), control.isPresent());
    try {
      return control.isPresent()
          ? Verdict.of(name, depth, differences(replayCase, depth, control.get()))
          : withoutState(name, depth, replayCase);
    } catch (UnsendableException | NotSayableException e) {
      return new Verdict.Skipped(name, String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      return failed(name, depth, new Difference("", "UTF-8", "bytes that are none"));
    } catch (ControlException e) {
      return failed(
          name,
          depth,
          new Difference("emulator control", "the state of the sample", "" + e.getMessage()));
    } catch (IOException e) {
      return failed(name, depth, new Difference("exchange", "an answer", String.valueOf(e)));
    }
  }

  private static Verdict failed(String name, Depth depth, Difference difference) {
    return new Verdict.Failed(name, depth, List.of(difference));
  }

  private Verdict withoutState(String name, Depth depth, ReplayCase replayCase) throws IOException {
    Sample sample = replayCase.sample();
    Request request = written(sample, request(replayCase));
    Answer answer = send(sample, request);
    List<String> types = types(sample, request);
    boolean refused = comparison.isRefusal(sample, answer);
    List<Difference> differences =
        new ArrayList<>(
            refused
                ? comparison.compareForm(operation(sample), answer, negotiation.expected(request))
                : comparison.compare(sample, depth, answer, types, MissingNode.getInstance()));
    differences.addAll(Leaks.in(request, answer.response()));
    return refused && differences.isEmpty()
        ? new Verdict.Skipped(
            name, "refused with %d, and the state is not known".formatted(answer.status()))
        : Verdict.of(name, depth, differences);
  }

  private List<Difference> differences(ReplayCase replayCase, Depth depth, StateControl control)
      throws IOException {
    Sample sample = replayCase.sample();
    Request documented = request(replayCase);
    Request request = written(sample, documented);
    JsonNode before = control.put(replayCase.given());
    Answer answer = send(sample, request);
    List<Difference> differences =
        new ArrayList<>(comparison.compare(sample, depth, answer, types(sample, request), before));
    if (differences.isEmpty() && answer.value().isPresent()) {
      differences.addAll(
          answers.compare(
              replayCase,
              encoding.toString(),
              answer.value().get(),
              Echo.assigned(sample, before)));
    }
    differences.addAll(Leaks.in(request, answer.response()));
    differences.addAll(effects.check(sample.operation(), documented, answer, control, before));
    return differences;
  }

  private Request written(Sample sample, Request documented) throws IOException {
    return formats.write(operation(sample), documented, encoding.wire());
  }

  private Answer send(Sample sample, Request request) throws IOException {
    return formats.read(operation(sample), sender.send(request));
  }

  private List<String> types(Sample sample, Request request) {
    return encoding == Encoding.JSON
        ? Comparison.documentedType(sample)
        : negotiation.expected(request);
  }

  private Request request(ReplayCase replayCase) {
    Sample sample = replayCase.sample();
    Operation operation = operation(sample);
    Request documented =
        new Request(
            operation.method(),
            operation.path(),
            replayCase.query(),
            sample.request().headers(),
            sample.request().body().map(Content::json));
    return authorization.map(documented::authorized).orElse(documented);
  }

  private Operation operation(Sample sample) {
    return contract.operation(sample.operation()).orElseThrow();
  }
}
