package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Says who is calling. Asked once for every attempt of a call, so a ticket or token can be renewed
 * in between: by the thread that makes the call, and for repeated attempts by one of the common
 * pool. Must be thread-safe.
 */
@FunctionalInterface
public interface Credentials {

  /** The value of the {@code Authorization} header (RFC 9110, section 11.6.2). */
  String authorization();

  /**
   * User name and password (RFC 7617), in UTF-8.
   *
   * @throws IllegalArgumentException if the name is empty or has a colon
   */
  static Credentials basic(String user, String password) {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
    if (user.isEmpty() || user.contains(":")) {
      throw new IllegalArgumentException("a user name must not be empty and must not have a colon");
    }
    String pair = user + ":" + password;
    return of("Basic", () -> Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
  }

  /** The ticket of a signed-in user. */
  static Credentials soTicket(Supplier<String> ticket) {
    return of("SoTicket", Objects.requireNonNull(ticket, "ticket"));
  }

  /** An access token (RFC 6750). */
  static Credentials bearer(Supplier<String> token) {
    return of("Bearer", Objects.requireNonNull(token, "token"));
  }

  private static Credentials of(String scheme, Supplier<String> secret) {
    return () -> scheme + " " + HeaderText.checked("a " + scheme + " secret", secret.get());
  }
}
