package dev.erpsync.conformance.review.source;

/** A file of explanations or approvals that cannot be used; the message names file and line. */
public final class MalformedFileException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedFileException(String file, int line, String reason) {
    super("%s line %d: %s".formatted(file, line, reason));
  }
}
