package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
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
      return Verdict.of(name, depth, differences(replayCase, depth));
    } catch (IOException e) {
      return new Verdict.Failed(
          name, depth, List.of(new Difference("exchange", "an answer", String.valueOf(e))));
    }
  }

  private List<Difference> differences(ReplayCase replayCase, Depth depth) throws IOException {
    Sample sample = replayCase.sample();
    Request request = request(replayCase);
    if (control.isEmpty()) {
      return comparison.compare(sample, depth, sender.send(request));
    }
    control.get().replace(replayCase.given());
    JsonNode before = control.get().state();
    Response answer = sender.send(request);
    List<Difference> differences = new ArrayList<>(comparison.compare(sample, depth, answer));
    if (differences.isEmpty()) {
      differences.addAll(effects.check(sample.operation(), request, answer, control.get(), before));
    }
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
