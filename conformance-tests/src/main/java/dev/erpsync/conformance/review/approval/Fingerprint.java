package dev.erpsync.conformance.review.approval;

import dev.erpsync.conformance.review.diff.Change;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** By what an approval knows its change. */
public final class Fingerprint {
  private static final int DIGITS = 16;

  private Fingerprint() {}

  /**
   * A name for a change that stays the same as long as rule, place and values do: whatever else
   * changes, on which lines they stand, and who else uses the changed part.
   *
   * @return 16 hexadecimal digits
   */
  public static String of(Change change) {
    String text =
        String.join("\n", change.rule().id(), change.place(), change.before(), change.after());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
