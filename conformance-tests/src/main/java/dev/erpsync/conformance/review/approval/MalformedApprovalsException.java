package dev.erpsync.conformance.review.approval;

/** A file of approvals that cannot be used; the message names file and line. */
public final class MalformedApprovalsException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedApprovalsException(String file, int line, String reason) {
    super("%s line %d: %s".formatted(file, line, reason));
  }
}
