package dev.erpsync.conformance.cases;

import java.io.IOException;

/** An answer that the target could not be brought to; the message is the reason. */
public final class NotProvokedException extends IOException {
  private static final long serialVersionUID = 1L;

  NotProvokedException(String reason) {
    super(reason);
  }
}
