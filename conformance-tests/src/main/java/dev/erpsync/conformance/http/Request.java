package dev.erpsync.conformance.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it is to be sent.
 *
 * @param method HTTP method
 * @param path path from the root of the server
 * @param query encoded query without {@code ?}; empty for none
 * @param headers in the order to be sent
 * @param content the body; empty for none
 */
public record Request(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    Optional<Content> content) {

  /** A request with a JSON body. */
  public static Request json(
      String method, String path, String query, Map<String, String> headers, JsonNode body) {
    return new Request(method, path, query, headers, Optional.of(Content.json(body)));
  }

  /** The body's value; empty when there is no body, or it is no JSON. */
  public Optional<JsonNode> body() {
    return content.flatMap(Content::json);
  }

  /** The value of a header, in any letter case of its name. */
  public Optional<String> header(String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The same headers to another operation, with another body. */
  public Request to(String otherPath, JsonNode otherBody) {
    return json("POST", otherPath, "", headers, otherBody);
  }

  /** The same request with another body. */
  public Request with(Content other) {
    return new Request(method, path, query, headers, Optional.of(other));
  }

  /** The same request with this header in the place of one of the same name. */
  public Request with(String header, String value) {
    Map<String, String> changed = new LinkedHashMap<>();
    headers.forEach((name, old) -> changed.put(name, name.equalsIgnoreCase(header) ? value : old));
    if (header(header).isEmpty()) {
      changed.put(header, value);
    }
    return new Request(method, path, query, changed, content);
  }

  /** The same request without this header. */
  public Request without(String header) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.keySet().removeIf(name -> name.equalsIgnoreCase(header));
    return new Request(method, path, query, changed, content);
  }

  /** The same request with other credentials. */
  public Request authorized(String authorization) {
    return with("Authorization", authorization);
  }
}
