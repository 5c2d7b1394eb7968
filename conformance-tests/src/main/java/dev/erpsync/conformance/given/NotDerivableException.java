package dev.erpsync.conformance.given;

/** Ends a rule that finds no state; the message is the reason. */
final class NotDerivableException extends Exception {
  private static final long serialVersionUID = 1L;

  NotDerivableException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
