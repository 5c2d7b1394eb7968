package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.QueryArguments;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.Locale;
import java.util.Optional;

/** The state that a call leaves behind when it does what its answer says, and nothing else. */
final class ExpectedState {
  private final Contract contract;

  ExpectedState(Contract contract) {
    this.contract = contract;
  }

  /**
   * The state after a call.
   *
   * @param operation its id
   * @return empty when the answer is none that the operation can give, or its effect is not known
   */
  Optional<JsonNode> after(JsonNode before, String operation, Request request, Answer answer) {
    Operation called = contract.operation(operation).orElseThrow();
    if (isRefused(answer) || called.isReadOnly()) {
      return Optional.of(before);
    }
    JsonNode value = answer.value().orElseGet(MissingNode::getInstance);
    Optional<Effect> effect = KnownEffects.of(operation);
    if (effect.isEmpty() || !succeeded(called, answer, value)) {
      return Optional.empty();
    }
    ObjectNode state = before.deepCopy();
    JsonNode arguments = QueryArguments.orBody(contract, called, request);
    effect.get().change().apply(state, new Effect.Call(contract, arguments, value));
    return Optional.of(state);
  }

  /** Whether the answer says that nothing was done. */
  static boolean isRefused(Answer answer) {
    return answer.status() >= 400 || answer.value().filter(BooleanNode.FALSE::equals).isPresent();
  }

  private boolean succeeded(Operation operation, Answer answer, JsonNode value) {
    return answer.status() == operation.successStatus()
        && (answer.status() == 204 || value.getNodeType().name().equals(kind(operation)));
  }

  /** The kind of value that the contract has for the answer. */
  private String kind(Operation operation) {
    return operation
        .responseSchema(contract, operation.successStatus(), "application/json")
        .map(schema -> contract.resolve(contract.document().at(schema)))
        .map(schema -> schema.path("type").asText().toUpperCase(Locale.ROOT))
        .orElse("");
  }
}
