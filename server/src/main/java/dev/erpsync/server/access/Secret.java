package dev.erpsync.server.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Secrets drawn at random: 256 bits, written with characters that need no escaping anywhere. */
public final class Secret {
  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** A new one. */
  public static String generate() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  /** A new one, as a key. */
  public static byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
