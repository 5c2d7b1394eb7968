package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.Map;
import java.util.Optional;

/** The state that a call leaves behind when it does what its answer says, and nothing else. */
final class ExpectedState {
  /** Changes the state before a call, which is its own copy, into the one after it. */
  @FunctionalInterface
  private interface Change {
    void apply(ObjectNode state, JsonNode arguments, JsonNode answer);
  }

  private final Contract contract;
  private final Map<String, Change> changes;

  ExpectedState(Contract contract) {
    this.contract = contract;
    this.changes =
        Map.of(
            "CreateActorLink",
            (state, sent, answer) -> LinkRows.add(links(state), sent),
            "BreakActorLink",
            (state, sent, answer) -> LinkRows.remove(links(state), sent),
            "ConnectActor",
            ExpectedState::connect,
            "SaveConnection",
            this::save);
  }

  /**
   * The state after a call.
   *
   * @param operation its id
   * @return empty when the answer is none that the operation can give, or the operation is unknown
   */
  Optional<JsonNode> after(JsonNode before, String operation, Request request, Answer answer) {
    if (isRefused(answer)) {
      return Optional.of(before);
    }
    JsonNode value = answer.value().orElseGet(MissingNode::getInstance);
    Change change = changes.get(operation);
    if (change == null || !succeeded(contract.operation(operation).orElseThrow(), answer, value)) {
      return Optional.empty();
    }
    ObjectNode state = before.deepCopy();
    change.apply(state, request.body().orElseGet(MissingNode::getInstance), value);
    return Optional.of(state);
  }

  /** Whether the answer says that nothing was done. */
  static boolean isRefused(Answer answer) {
    return answer.status() >= 400 || answer.value().filter(BooleanNode.FALSE::equals).isPresent();
  }

  private static boolean succeeded(Operation operation, Answer answer, JsonNode value) {
    return answer.status() == operation.successStatus()
        && (answer.status() == 204 || value.equals(BooleanNode.TRUE) || value.isObject());
  }

  private static void connect(ObjectNode state, JsonNode sent, JsonNode answer) {
    LinkRows.add(links(state), sent);
    FieldRows.write(state, sent);
  }

  /** Identity is as answered; in a new connection so is what was not sent. (D35) */
  private void save(ObjectNode state, JsonNode arguments, JsonNode answer) {
    JsonNode sent = arguments.path("Connection");
    JsonNode stored = SentConnection.stored(sent, state);
    ObjectNode saved = (stored.isObject() ? stored : answer).deepCopy();
    SentConnection.properties(contract, sent).forEach(saved::set);
    identify(saved, "ErpConnectionId", stored, answer);
    identify(saved, "ConnectionId", stored, answer);
    ArrayNode connections = state.withArrayProperty("Connections");
    Rows.remove(connections, stored::equals);
    connections.add(saved);
  }

  /** A property that is not selected is answered as null. (D8) */
  private static void identify(ObjectNode saved, String name, JsonNode stored, JsonNode answer) {
    saved.set(name, answer.hasNonNull(name) ? answer.path(name) : stored.path(name));
  }

  private static ArrayNode links(ObjectNode state) {
    return state.withArrayProperty("ActorLinks");
  }
}
