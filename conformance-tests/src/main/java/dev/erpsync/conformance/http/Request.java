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
 * @param body the JSON body; empty for none
 */
public record Request(
    String method,
    String path,
    String query,
    Map<String, String> headers,
    Optional<JsonNode> body) {

  /** The same headers to another operation, with another body. */
  public Request to(String otherPath, JsonNode otherBody) {
    return new Request("POST", otherPath, "", headers, Optional.of(otherBody));
  }

  /** The same request with other credentials. */
  public Request authorized(String authorization) {
    Map<String, String> changed = new LinkedHashMap<>(headers);
    changed.put("Authorization", authorization);
    return new Request(method, path, query, changed, body);
  }
}
