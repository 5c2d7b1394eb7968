package dev.erpsync.server.access.file;

/** A users file that cannot be used or written; the message is one line that says why. */
public final class UsersFileException extends Exception {
  private static final long serialVersionUID = 1L;

  UsersFileException(String message, Throwable cause) {
    super(message, cause);
  }

  UsersFileException(String message) {
    super(message);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
