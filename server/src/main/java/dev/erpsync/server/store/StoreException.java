package dev.erpsync.server.store;

/** A store that cannot be opened; the message is one line that says why. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreException(String message) {
    super(message);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
