package dev.erpsync.conformance.bench.hostile;

/** The machine does not permit this attack, or lacks something; the message says what. */
final class SkippedException extends Exception {
  private static final long serialVersionUID = 1;

  SkippedException(String reason) {
    super(reason);
  }
}
