package dev.erpsync.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One call of an operation. Immutable.
 *
 * @param operation name of the operation in the contract
 * @param method HTTP method in capitals
 * @param path path from the root of the installation
 * @param success the status that the contract gives a call that succeeds
 * @param idempotent whether the contract says that making the call twice leaves what making it once
 *     leaves
 * @param query parameters that the operation requires, by name
 * @param body what is sent as JSON; empty when the operation takes no body
 * @param options what the caller wishes for this call
 */
public record Call(
    String operation,
    String method,
    String path,
    int success,
    boolean idempotent,
    Map<String, Object> query,
    Optional<Object> body,
    RequestOptions options) {

  /**
   * @throws NullPointerException if anything is null; so do the other methods
   */
  public Call {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(options, "options");
  }

  /** A call without parameters and body, that must not be repeated. */
  public Call(String operation, String method, String path, int success, RequestOptions options) {
    this(operation, method, path, success, false, Map.of(), Optional.empty(), options);
  }

  /** This call as one that may be repeated. */
  public Call repeatable() {
    return new Call(operation, method, path, success, true, query, body, options);
  }

  /** This call with a query parameter more. */
  public Call query(String name, Object value) {
    Objects.requireNonNull(name, "name");
    Map<String, Object> more = new LinkedHashMap<>(query);
    more.put(name, Objects.requireNonNull(value, name));
    var all = Collections.unmodifiableMap(more);
    return new Call(operation, method, path, success, idempotent, all, body, options);
  }

  /** This call with a body. */
  public Call body(Object value) {
    var sent = Optional.of(Objects.requireNonNull(value, "request"));
    return new Call(operation, method, path, success, idempotent, query, sent, options);
  }

  /** This call with these options instead of its own. */
  public Call options(RequestOptions options) {
    return new Call(operation, method, path, success, idempotent, query, body, options);
  }

  /** Method and path. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
