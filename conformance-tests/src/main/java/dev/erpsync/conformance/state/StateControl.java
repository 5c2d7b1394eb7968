package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Puts states in place through the emulator control of a target, and looks at them. */
public final class StateControl {
  private final Contract contract = Contract.emulator();
  private final Sender sender;
  private final String authorization;

  private StateControl(Sender sender, String authorization) {
    this.sender = sender;
    this.authorization = authorization;
  }

  /**
   * The control of a target; empty when it has none that answers these credentials as the contract
   * of the emulator control says.
   *
   * @throws IOException when the target does not answer at all
   */
  public static Optional<StateControl> of(Sender sender, String authorization) throws IOException {
    var control = new StateControl(sender, authorization);
    Response state = control.call("State", Optional.empty());
    return state.status() == 200
            && state
                .json()
                .filter(json -> control.contract.check("EmulatorState", json).isEmpty())
                .isPresent()
        ? Optional.of(control)
        : Optional.empty();
  }

  /** Everything that the target stores. */
  public JsonNode state() throws IOException {
    Response answer = call("State", Optional.empty());
    return answer.json().orElseThrow(() -> new IOException("the target does not show its state"));
  }

  /** Makes this state, and nothing else, the target's. */
  public void replace(JsonNode state) throws IOException {
    require(call("Reset", Optional.empty()), "reset");
    require(call("Seed", Optional.of(state)), "be seeded");
  }

  private static void require(Response answer, String what) throws IOException {
    if (answer.status() != 204) {
      throw new IOException(
          "the target does not let itself %s: %d %s"
              .formatted(what, answer.status(), answer.text()));
    }
  }

  private Response call(String id, Optional<JsonNode> body) throws IOException {
    Operation operation = contract.operation(id).orElseThrow();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", authorization);
    headers.put("Accept", "application/json");
    body.ifPresent(json -> headers.put("Content-Type", "application/json; charset=utf-8"));
    return sender.send(new Request(operation.method(), operation.path(), "", headers, body));
  }
}
