package dev.erpsync.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One call of an operation.
 *
 * @param method HTTP method in capitals
 * @param path path from the root of the installation
 * @param success the status that the contract gives a call that succeeds
 * @param query parameters that the operation requires, by name
 * @param body what is sent as JSON; empty when the operation takes no body
 * @param options what the caller wishes for this call
 */
public record Call(
    String method,
    String path,
    int success,
    Map<String, Object> query,
    Optional<Object> body,
    RequestOptions options) {

  /**
   * @throws NullPointerException if anything is null; so do the other methods
   */
  public Call {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(options, "options");
  }

  /** A call without parameters and body. */
  public Call(String method, String path, int success, RequestOptions options) {
    this(method, path, success, Map.of(), Optional.empty(), options);
  }

  /** This call with a query parameter more. */
  public Call query(String name, Object value) {
    Objects.requireNonNull(name, "name");
    Map<String, Object> more = new LinkedHashMap<>(query);
    more.put(name, Objects.requireNonNull(value, name));
    return new Call(method, path, success, Collections.unmodifiableMap(more), body, options);
  }

  /** This call with a body. */
  public Call body(Object value) {
    return new Call(
        method,
        path,
        success,
        query,
        Optional.of(Objects.requireNonNull(value, "request")),
        options);
  }

  /** Method and path. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
