package dev.erpsync.conformance.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exchange that passed.
 *
 * @param request what was sent
 * @param sent its body
 * @param status of the answer; 0 when there was none
 * @param answered headers of the answer
 * @param received its body
 */
public record Passed(
    Request request, Body sent, int status, Map<String, List<String>> answered, Body received) {
  /**
   * What both bodies say.
   *
   * @param sent empty when the request has no body, or it cannot be read
   * @param received empty when the answer has no body, or it cannot be read
   */
  public record Values(Optional<JsonNode> sent, Optional<JsonNode> received) {}
}
