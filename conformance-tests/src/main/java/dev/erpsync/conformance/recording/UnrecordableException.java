package dev.erpsync.conformance.recording;

/** An exchange cannot be recorded; the message is the reason, as a clause. */
final class UnrecordableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnrecordableException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
