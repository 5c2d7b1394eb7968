package dev.erpsync.conformance.state;

import java.io.IOException;

/** The emulator control of a target does not do what its contract says. */
public final class ControlException extends IOException {
  private static final long serialVersionUID = 1L;

  ControlException(String message) {
    super(message);
  }

  ControlException(String message, IOException cause) {
    super(message + ": " + (cause.getMessage() == null ? cause : cause.getMessage()), cause);
  }
}
