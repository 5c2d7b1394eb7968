package dev.erpsync.conformance.serve;

import java.io.IOException;

/** A body that nothing can be said of; the message is the reason, as a clause. */
public final class NotCheckedException extends IOException {
  private static final long serialVersionUID = 1L;

  NotCheckedException(String reason) {
    super(reason);
  }
}
