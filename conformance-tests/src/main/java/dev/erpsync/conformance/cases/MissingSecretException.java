package dev.erpsync.conformance.cases;

import java.io.IOException;

/** A call for which the kit was not given the credentials; the message is the reason. */
public final class MissingSecretException extends IOException {
  private static final long serialVersionUID = 1L;

  MissingSecretException(String option) {
    super(option + " is not given");
  }
}
