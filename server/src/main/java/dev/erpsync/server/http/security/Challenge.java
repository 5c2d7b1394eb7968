package dev.erpsync.server.http.security;

import dev.erpsync.spec.Contract;
import jakarta.ws.rs.NotAuthorizedException;

/** What every 401 says that it wants; the words are the contract's. (D6) */
public record Challenge(String value) {
  /** The challenge of a contract. */
  public static Challenge of(Contract contract) {
    return new Challenge(
        contract
            .document()
            .at("/components/responses/Unauthorized/headers/WWW-Authenticate/schema/enum/0")
            .asText());
  }

  NotAuthorizedException because(String message) {
    return new NotAuthorizedException(message, value);
  }
}
