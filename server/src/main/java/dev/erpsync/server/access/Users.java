package dev.erpsync.server.access;

import java.util.Optional;

/** Those who may call. Thread-safe. */
public interface Users {
  /**
   * The user to whom these credentials belong, compared in constant time.
   *
   * @param authorization value of an Authorization header (RFC 9110, section 11.6.2)
   */
  Optional<User> authenticate(String authorization);
}
