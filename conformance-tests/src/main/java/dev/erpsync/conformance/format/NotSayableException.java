package dev.erpsync.conformance.format;

import java.io.IOException;

/** A value that a media type has no way to say; the message is the reason, as a clause. */
public final class NotSayableException extends IOException {
  private static final long serialVersionUID = 1L;

  NotSayableException(String reason) {
    super(reason);
  }
}
