package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Operation;

/**
 * A call and its response, on the recorded server or on the target.
 *
 * @param request in JSON, with the contract's names
 * @param arguments of the call by name, whether they stood in the body or in the query
 */
record Exchanged(Operation operation, Request request, JsonNode arguments, Answer response) {
  /** The value in the response; missing when there is none. */
  JsonNode value() {
    return response.value().orElseGet(MissingNode::getInstance);
  }

  /** Whether the call did what it is for. */
  boolean succeeded() {
    return response.status() == operation.successStatus();
  }
}
