package dev.erpsync.conformance.review.source;

/** A contract that cannot be read; the message says which, and why, in one line. */
public final class UnusableSourceException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusableSourceException(String message) {
    super(message);
  }

  public UnusableSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
