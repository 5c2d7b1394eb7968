package dev.erpsync.conformance.proxy;

import java.io.IOException;

/** An answer of the target that ends too early, or does not end in time. */
final class BrokenAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  BrokenAnswerException() {
    super("the target's answer ends too early");
  }
}
