package dev.erpsync.spec;

/**
 * One rule of the contract that a value breaks. Never holds the value itself, which may be a
 * secret.
 *
 * @param pointer JSON pointer (RFC 6901) of the offending place; empty for the whole value
 * @param rule the schema keyword that is broken
 * @param message what the rule asks for
 * @param found JSON type of what stands there, {@code nothing} when nothing does
 */
public record Violation(String pointer, String rule, String message, String found) {

  @Override
  public String toString() {
    return "%s: %s (rule %s, found %s)"
        .formatted(pointer.isEmpty() ? "the value" : pointer, message, rule, found);
  }
}
