package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the answer to a {@link Case} must be, beyond what the contract asks of every answer with its
 * status.
 *
 * @param documented whether it is the documented answer; nothing else is said of it then
 * @param status the status
 * @param headers headers that must be there, each with the form of its whole value
 * @param names JSON pointer into the request that {@code MessageDetail} must name
 * @param hides text that must not be in the answer
 * @param errorType the {@code ErrorType}
 * @param value the whole value
 * @param values parts of the value, by their place
 */
public record CaseResponse(
    boolean documented,
    int status,
    Map<String, Pattern> headers,
    Optional<String> names,
    Optional<String> hides,
    Optional<String> errorType,
    Optional<JsonNode> value,
    Map<JsonPointer, JsonNode> values) {

  static CaseResponse of(JsonNode node, Sample sample) {
    Map<String, Pattern> headers = new LinkedHashMap<>();
    node.path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey(), Pattern.compile(e.getValue().asText())));
    Map<JsonPointer, JsonNode> values = new LinkedHashMap<>();
    node.path("values")
        .properties()
        .forEach(e -> values.put(JsonPointer.compile(e.getKey()), e.getValue()));
    return new CaseResponse(
        node.isMissingNode(),
        node.path("status").asInt(sample.status()),
        headers,
        text(node, "names"),
        text(node, "hides"),
        text(node, "errorType"),
        Optional.ofNullable(node.get("value")),
        values);
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }
}
