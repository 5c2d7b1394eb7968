package dev.erpsync.conformance.recording;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces secrets by texts: the same text for the same secret, from which the secret cannot be
 * found, not even by trying all likely ones. For that the text depends on a key that one recording
 * has and that is not stored. Thread-safe.
 */
final class Mask {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  /** Enough that two secrets of one recording do not get the same text. */
  private static final int HEX_DIGITS = 20;

  private final SecretKeySpec key;

  /** A mask with a key of its own. */
  Mask() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    this.key = new SecretKeySpec(random, ALGORITHM);
  }

  /** The text in the place of a secret, such as {@code masked-0a1b2c3d4e5f6a7b8c9d}. */
  String of(String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal(secret.getBytes(StandardCharsets.UTF_8));
      return "masked-" + HexFormat.of().formatHex(code).substring(0, HEX_DIGITS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
