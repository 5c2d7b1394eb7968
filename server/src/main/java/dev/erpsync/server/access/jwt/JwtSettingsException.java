package dev.erpsync.server.access.jwt;

/** Tokens cannot be checked with these settings; the message is one line that says why. */
public final class JwtSettingsException extends Exception {
  private static final long serialVersionUID = 1L;

  JwtSettingsException(String message, Throwable cause) {
    super(message, cause);
  }

  JwtSettingsException(String message) {
    super(message);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
