package dev.erpsync.conformance.state;

import java.io.IOException;

/** A target returned, for something new, the id of something that it had before. */
public final class ExistingIdException extends IOException {
  private static final long serialVersionUID = 1L;

  ExistingIdException(String message) {
    super(message);
  }
}
