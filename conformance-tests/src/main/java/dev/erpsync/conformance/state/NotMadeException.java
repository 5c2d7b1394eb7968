package dev.erpsync.conformance.state;

/** A state cannot be made by the operations of a target; the message is why, as a clause. */
public final class NotMadeException extends Exception {
  private static final long serialVersionUID = 1L;

  NotMadeException(String reason) {
    super(reason);
  }

  /** Why, as a clause for people. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
