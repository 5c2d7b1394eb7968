package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param names JSON pointer into the request, or name of a header, that {@code MessageDetail} must
 *     name
 * @param hides text that must not be in the answer
 * @param errorType the {@code ErrorType}
 * @param value the whole value
 * @param values parts of the value, by their place
 * @param oneOf parts of the value, by their place; of these all must be there of one. Empty when
 *     nothing is asked
 * @param matches forms of whole texts in the value, by their place
 * @param keys forms of keys, each of which the value must have
 */
public record CaseResponse(
    boolean documented,
    int status,
    Map<String, Pattern> headers,
    Optional<String> names,
    Optional<String> hides,
    Optional<String> errorType,
    Optional<JsonNode> value,
    Map<JsonPointer, JsonNode> values,
    List<Map<JsonPointer, JsonNode>> oneOf,
    Map<JsonPointer, Pattern> matches,
    List<Pattern> keys) {

  static CaseResponse of(JsonNode node, Sample sample) {
    Map<String, Pattern> headers = new LinkedHashMap<>();
    node.path("headers").properties().forEach(e -> headers.put(e.getKey(), form(e.getValue())));
    Map<JsonPointer, Pattern> matches = new LinkedHashMap<>();
    node.path("matches")
        .properties()
        .forEach(e -> matches.put(JsonPointer.compile(e.getKey()), form(e.getValue())));
    return new CaseResponse(
        node.isMissingNode(),
        node.path("status").asInt(sample.status()),
        headers,
        text(node, "names"),
        text(node, "hides"),
        text(node, "errorType"),
        Optional.ofNullable(node.get("value")),
        parts(node.path("values")),
        node.path("oneOf").valueStream().map(CaseResponse::parts).toList(),
        matches,
        node.path("keys").valueStream().map(CaseResponse::form).toList());
  }

  private static Map<JsonPointer, JsonNode> parts(JsonNode node) {
    Map<JsonPointer, JsonNode> parts = new LinkedHashMap<>();
    node.properties().forEach(e -> parts.put(JsonPointer.compile(e.getKey()), e.getValue()));
    return parts;
  }

  private static Pattern form(JsonNode node) {
    return Pattern.compile(node.asText());
  }

  private static Optional<String> text(JsonNode node, String name) {
    return Optional.ofNullable(node.get(name)).map(JsonNode::asText);
  }
}
