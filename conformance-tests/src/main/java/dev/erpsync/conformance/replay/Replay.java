package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
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
  private static final String SIDE = "server";

  private final Contract contract;
  private final Sender sender;
  private final Comparison comparison;
  private final Effects effects;
  private final Optional<StateControl> control;
  private final Optional<String> authorization;
  private final Encoding encoding;

  /**
   * A replay on one target.
   *
   * @param contract what is documented
   * @param sender to the target
   * @param control the target's state; empty when it cannot be set, and answers are then compared
   *     by structure only
   * @param authorization credentials instead of the documented ones; empty to send those
   * @param encoding how bodies are written
   */
  public Replay(
      Contract contract,
      Sender sender,
      Optional<StateControl> control,
      Optional<String> authorization,
      Encoding encoding) {
    this.contract = contract;
    this.sender = sender;
    this.comparison = new Comparison(contract);
    this.effects = new Effects(contract, sender);
    this.control = control;
    this.authorization = authorization;
    this.encoding = encoding;
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
    } catch (UnsendableException e) {
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
    Response answer = sender.send(request(replayCase));
    if (!comparison.isRefusal(sample, answer)) {
      return Verdict.of(
          name, depth, comparison.compare(sample, depth, answer, MissingNode.getInstance()));
    }
    List<Difference> differences = comparison.compareRefusal(sample, answer);
    return differences.isEmpty()
        ? new Verdict.Skipped(
            name, "refused with %d, and the state is not known".formatted(answer.status()))
        : Verdict.of(name, depth, differences);
  }

  private List<Difference> differences(ReplayCase replayCase, Depth depth, StateControl control)
      throws IOException {
    Sample sample = replayCase.sample();
    Request request = request(replayCase);
    control.replace(replayCase.given());
    JsonNode before = control.state();
    Response answer = sender.send(request);
    List<Difference> differences =
        new ArrayList<>(comparison.compare(sample, depth, answer, before));
    differences.addAll(effects.check(sample.operation(), request, answer, control, before));
    return differences;
  }

  private Request request(ReplayCase replayCase) {
    Sample sample = replayCase.sample();
    Operation operation = contract.operation(sample.operation()).orElseThrow();
    Request documented =
        new Request(
            operation.method(),
            operation.path(),
            replayCase.query(),
            sample.request().headers(),
            sample.request().body());
    return authorization.map(documented::authorized).orElse(documented);
  }
}
