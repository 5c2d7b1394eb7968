package dev.erpsync.server.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** What a caller shows to prove who they are. None says its secrets in its text. (D16) */
public sealed interface Credentials {
  /** The scheme's name, as the contract spells it. */
  default String scheme() {
    return getClass().getSimpleName();
  }

  /** User name and password (RFC 7617). */
  record Basic(String user, String password) implements Credentials {
    @Override
    public String toString() {
      return scheme();
    }
  }

  /** A ticket, as it is. */
  record SoTicket(String ticket) implements Credentials {
    @Override
    public String toString() {
      return scheme();
    }
  }

  /** An access token (RFC 6750), opaque or a JWT. */
  record Bearer(String token) implements Credentials {
    @Override
    public String toString() {
      return scheme();
    }
  }

  /**
   * A session and the proof that the call was meant.
   *
   * @param id the session cookie
   * @param xsrfHeader what the call repeats
   * @param xsrfCookies what it has to repeat; the cookie has two spellings
   */
  record Session(String id, String xsrfHeader, List<String> xsrfCookies) implements Credentials {
    @Override
    public String toString() {
      return scheme();
    }
  }

  /** Something that is none of the above. */
  record Unreadable() implements Credentials {}

  /**
   * Reads the value of an Authorization header (RFC 9110, section 11.6.2); the scheme's letter case
   * does not count.
   */
  static Credentials of(String authorization) {
    String[] parts = authorization.strip().split("\\s+", 2);
    if (parts.length < 2) {
      return new Unreadable();
    }
    return switch (parts[0].toLowerCase(Locale.ROOT)) {
      case "basic" -> basic(parts[1]);
      case "soticket" -> new SoTicket(parts[1]);
      case "bearer" -> new Bearer(parts[1]);
      default -> new Unreadable();
    };
  }

  private static Credentials basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? new Unreadable()
          : new Basic(pair.substring(0, colon), pair.substring(colon + 1));
    } catch (IllegalArgumentException e) {
      return new Unreadable();
    }
  }
}
