package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * One rule of the contract that a value breaks. Never holds the value itself, which may be a
 * secret.
 *
 * @param pointer JSON pointer (RFC 6901) of the offending place; empty for the whole value
 * @param rule the schema keyword that is broken
 * @param message what the rule asks for, with all that is allowed: members, limits, known names
 * @param found JSON type of what stands there, {@code nothing} when nothing does
 */
public record Violation(String pointer, String rule, String message, String found) {

  private static final int LONGEST_POINTER = 200;

  /** The pointer, cut off where it is longer than anybody reads: names in it are the sender's. */
  public String shortPointer() {
    return shortened(pointer);
  }

  /** A pointer, cut off after 200 characters. */
  public static String shortened(String pointer) {
    return pointer.length() <= LONGEST_POINTER
        ? pointer
        : pointer.substring(0, LONGEST_POINTER) + "…";
  }

  /** All of it, for a person; a long pointer is cut off. */
  @Override
  public String toString() {
    return "%s: %s (rule %s, found %s)"
        .formatted(pointer.isEmpty() ? "the value" : shortPointer(), message, rule, found);
  }

  static String typeOf(JsonNode node) {
    if (node.isMissingNode()) {
      return "nothing";
    }
    return node.isIntegralNumber() ? "integer" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
