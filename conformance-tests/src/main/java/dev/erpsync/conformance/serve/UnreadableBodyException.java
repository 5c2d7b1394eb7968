package dev.erpsync.conformance.serve;

import java.io.IOException;

/** A body that cannot be read; the message says what was found instead, and quotes no value. */
final class UnreadableBodyException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableBodyException(String found) {
    super(found);
  }
}
