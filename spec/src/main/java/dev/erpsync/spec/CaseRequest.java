package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.codec.JsonPatchCodec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the request of a {@link Case} differs from that of its sample.
 *
 * @param method another method
 * @param path another path
 * @param query encoded query without {@code ?}, that of the sample if the case has none; empty for
 *     none
 * @param headers headers to set, or to leave out when they have no value
 * @param value the body's value, changed as the case says; empty when the sample has no body
 * @param text what is sent in place of any value, as it is
 * @param charset what the body is written in, and the Content-Type names
 * @param times how often the call is made at most, until the answer has the expected status
 * @param caller who calls
 */
public record CaseRequest(
    Optional<String> method,
    Optional<String> path,
    String query,
    Map<String, Optional<String>> headers,
    Optional<JsonNode> value,
    Optional<String> text,
    Optional<String> charset,
    int times,
    Caller caller) {
  private static final Set<String> FORMAT_HEADERS = Set.of("accept", "content-type");

  /** Whether it says the same whatever its body is written in. */
  public boolean isIndependentOfEncoding() {
    Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    set.addAll(headers.keySet());
    return text.isEmpty() && times == 1 && FORMAT_HEADERS.stream().noneMatch(set::contains);
  }

  static CaseRequest of(JsonNode node, Sample sample) {
    Map<String, Optional<String>> headers = new LinkedHashMap<>();
    node.path("headers").properties().forEach(e -> headers.put(e.getKey(), text(e.getValue())));
    return new CaseRequest(
        text(node.path("method")),
        text(node.path("path")),
        node.path("query").asText(sample.request().query()),
        headers,
        sample.request().body().map(body -> changed(body, node)),
        text(node.path("text")),
        text(node.path("charset")),
        node.path("times").asInt(1),
        Caller.of(node.path("credentials").asText("documented")));
  }

  private static JsonNode changed(JsonNode body, JsonNode node) {
    JsonNode changed =
        node.has("body") ? new JsonPatchCodec().apply(node.path("body"), body) : body.deepCopy();
    int padding = node.path("padding").asInt();
    if (padding > 0 && changed instanceof ObjectNode object) {
      object.put("Padding", "x".repeat(padding));
    }
    return changed;
  }

  private static Optional<String> text(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node.asText());
  }
}
