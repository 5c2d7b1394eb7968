package dev.erpsync.conformance.review.diff;

/** A contract that cannot be compared; the message says why in one line. */
public final class UnusableContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableContractException(String message) {
    super(message);
  }

  public UnusableContractException(String message, Throwable cause) {
    super(message, cause);
  }
}
