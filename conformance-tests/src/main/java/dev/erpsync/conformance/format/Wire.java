package dev.erpsync.conformance.format;

import java.util.Optional;

/**
 * How one call is put on the wire. What is empty stays as it is documented.
 *
 * @param type media type of the request body, without parameters
 * @param charset what the body is written in; empty for UTF-8
 * @param accept value of the Accept header
 */
public record Wire(Optional<String> type, Optional<String> charset, Optional<String> accept) {
  /** Everything as it is documented, which is in JSON. */
  public static final Wire DOCUMENTED =
      new Wire(Optional.empty(), Optional.empty(), Optional.empty());

  /** A body in this type, and whatever answer is documented. */
  public static Wire sending(String type) {
    return new Wire(Optional.of(type), Optional.empty(), Optional.empty());
  }

  /** As this one, with an Accept header. */
  public Wire accepting(String value) {
    return new Wire(type, charset, Optional.of(value));
  }

  /** As this one, in a charset. */
  public Wire in(Optional<String> other) {
    return new Wire(type, other, accept);
  }
}
