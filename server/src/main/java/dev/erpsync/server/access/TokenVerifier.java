package dev.erpsync.server.access;

import java.util.Optional;

/** Access tokens that somebody else issues. Thread-safe. */
public interface TokenVerifier {
  /** The name of the user to whom a token was issued; empty when it is not to be trusted. */
  Optional<String> userOf(String token);

  /** Trusts no token. */
  static TokenVerifier none() {
    return token -> Optional.empty();
  }
}
