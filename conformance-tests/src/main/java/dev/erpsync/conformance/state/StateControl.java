package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Puts states in place through the emulator control of a target, and looks at them. */
public final class StateControl {
  private final Contract contract = Contract.emulator();
  private final Sender sender;
  private final String authorization;
  private final AtomicLong changes = new AtomicLong();

  private StateControl(Sender sender, String authorization) {
    this.sender = sender;
    this.authorization = authorization;
  }

  /**
   * Looks for the control of a target. It counts as one when it answers these credentials as the
   * contract of the emulator control says.
   *
   * @throws IOException when the target does not answer at all
   */
  public static ControlSearch search(Sender sender, String authorization) throws IOException {
    var control = new StateControl(sender, authorization);
    Response answer = control.send("State", Optional.empty());
    return new ControlSearch(control.shown(answer).map(state -> control), answer.status());
  }

  /** As {@link #search}, for those who need not know why there is none. */
  public static Optional<StateControl> of(Sender sender, String authorization) throws IOException {
    return search(sender, authorization).control();
  }

  /** Everything that the target stores. */
  public JsonNode state() throws ControlException {
    Response answer = call("State", Optional.empty());
    return shown(answer).orElseThrow(() -> refused(answer, "does not show the state"));
  }

  /** How often the state was changed through this; tells whether somebody else did. */
  public long changes() {
    return changes.get();
  }

  /** Makes this state, and nothing else, the target's. */
  public void replace(JsonNode state) throws ControlException {
    changes.incrementAndGet();
    Response reset = call("Reset", Optional.empty());
    if (reset.status() != 204) {
      throw refused(reset, "does not reset");
    }
    seed(state);
  }

  /**
   * As {@link #replace}, and looks whether the target has done it.
   *
   * @return the state as the target shows it, with all that it fills in by itself
   */
  public JsonNode put(JsonNode state) throws ControlException {
    replace(state);
    JsonNode shown = state();
    Optional<String> other = ShownState.otherThan(state, shown);
    if (other.isPresent()) {
      throw new ControlException("it does not put the state in place: " + other.get());
    }
    return shown;
  }

  /** Adds a state to the target's. A state that was just read is there already. */
  public void seed(JsonNode state) throws ControlException {
    changes.incrementAndGet();
    Response seeded = call("Seed", Optional.of(state));
    if (seeded.status() != 204) {
      throw refused(seeded, "does not take the state");
    }
  }

  private Optional<JsonNode> shown(Response answer) {
    return answer.status() == 200
        ? answer.json().filter(json -> contract.check("EmulatorState", json).isEmpty())
        : Optional.empty();
  }

  private static ControlException refused(Response answer, String what) {
    return new ControlException(
        "it %s: %d %s".formatted(what, answer.status(), answer.text()).strip());
  }

  private Response call(String id, Optional<JsonNode> body) throws ControlException {
    try {
      return send(id, body);
    } catch (IOException e) {
      throw new ControlException("it does not answer", e);
    }
  }

  private Response send(String id, Optional<JsonNode> body) throws IOException {
    Operation operation = contract.operation(id).orElseThrow();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", authorization);
    headers.put("Accept", "application/json");
    body.ifPresent(json -> headers.put("Content-Type", "application/json; charset=utf-8"));
    return sender.send(
        new Request(operation.method(), operation.path(), "", headers, body.map(Content::json)));
  }
}
