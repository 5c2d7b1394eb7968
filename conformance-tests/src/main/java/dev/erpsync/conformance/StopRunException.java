package dev.erpsync.conformance;

/** The command cannot do what it was asked; the message says why in one line. */
final class StopRunException extends Exception {
  private static final long serialVersionUID = 1L;

  StopRunException(String message) {
    super(message);
  }
}
