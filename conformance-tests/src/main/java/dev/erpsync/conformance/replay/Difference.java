package dev.erpsync.conformance.replay;

import dev.erpsync.spec.Violation;

/**
 * One place in which an answer is not as documented.
 *
 * @param where {@code status}, a header's name, a JSON pointer into the body, or an effect
 * @param expected what is documented
 * @param found what came
 */
public record Difference(String where, String expected, String found) {
  private static final int MAX_CHARACTERS = 500;

  /** A broken rule, in words of what it asks for; those of a violation say what is wrong. */
  public static Difference of(Violation violation) {
    return new Difference(violation.pointer(), asked(violation), violation.found());
  }

  private static String asked(Violation violation) {
    String wrong = violation.message();
    return switch (violation.rule()) {
      case "required" -> "the property";
      case "additionalProperties" -> wrong.replaceFirst("^unknown", "no such property");
      default -> wrong.startsWith("not ") ? wrong.substring(4) : "not " + wrong;
    };
  }

  /** One line for people: what a target answers may be long, and may steer a terminal. */
  @Override
  public String toString() {
    String line =
        "%s: expected %s, found %s"
            .formatted(where.isEmpty() ? "body" : where, expected, found)
            .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "\uFFFD");
    return line.length() <= MAX_CHARACTERS
        ? line
        : line.substring(0, MAX_CHARACTERS - 1) + "\u2026";
  }
}
