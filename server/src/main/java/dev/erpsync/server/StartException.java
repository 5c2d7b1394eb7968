package dev.erpsync.server;

/** The server cannot start with these options; the message is the one line that is printed. */
final class StartException extends Exception {
  private static final long serialVersionUID = 1L;

  StartException(String message, Throwable cause) {
    super(message, cause);
  }

  StartException(String message) {
    super(message);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
