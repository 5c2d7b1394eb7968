package dev.erpsync.conformance.http;

import java.io.IOException;

/** A request that cannot be put on the wire; nothing was sent. */
public final class UnsendableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnsendableException(IllegalArgumentException cause) {
    super("it cannot be sent: " + cause.getMessage(), cause);
  }
}
