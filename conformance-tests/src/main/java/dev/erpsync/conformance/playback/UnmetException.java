package dev.erpsync.conformance.playback;

/** What an exchange needs is not there; the message says what, as a clause. */
final class UnmetException extends Exception {
  private static final long serialVersionUID = 1L;

  UnmetException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
