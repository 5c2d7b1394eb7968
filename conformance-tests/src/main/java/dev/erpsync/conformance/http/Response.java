package dev.erpsync.conformance.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back.
 *
 * @param status HTTP status
 * @param headers all values of every header
 * @param text the body as text; empty when there is none
 */
public record Response(int status, Map<String, List<String>> headers, String text) {
  private static final String TYPE = "Content-Type";
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** A response of which no other header than this one is known. */
  public Response(int status, Optional<String> contentType, String text) {
    this(status, contentType.map(type -> Map.of(TYPE, List.of(type))).orElse(Map.of()), text);
  }

  /** All values of a header, in any letter case of its name; empty when there is none. */
  public List<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .toList();
  }

  /** Value of Content-Type; empty when there is none. */
  public Optional<String> contentType() {
    return header(TYPE).stream().findFirst();
  }

  /** The body as JSON; empty when it is none, or names a property twice. */
  public Optional<JsonNode> json() {
    try {
      return Optional.of(STRICT.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
