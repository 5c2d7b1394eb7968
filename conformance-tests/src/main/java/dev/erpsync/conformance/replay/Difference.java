package dev.erpsync.conformance.replay;

/**
 * One place in which an answer is not as documented.
 *
 * @param where {@code status}, a header's name, a JSON pointer into the body, or an effect
 * @param expected what is documented
 * @param found what came
 */
public record Difference(String where, String expected, String found) {
  @Override
  public String toString() {
    return "%s: expected %s, found %s".formatted(where.isEmpty() ? "body" : where, expected, found);
  }
}
