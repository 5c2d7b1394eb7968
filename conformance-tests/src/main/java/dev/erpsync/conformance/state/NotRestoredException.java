package dev.erpsync.conformance.state;

import java.io.IOException;
import java.nio.file.Path;

/** A target is left without the state that it had; the message names the file that has it. */
public final class NotRestoredException extends Exception {
  private static final long serialVersionUID = 1L;

  NotRestoredException(Path file, IOException cause) {
    super(
        "the target does not store again what it did (%s); its state is kept in %s"
            .formatted(cause.getMessage(), file),
        cause);
  }
}
