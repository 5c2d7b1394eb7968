package dev.erpsync.conformance.http;

import java.io.IOException;

/** What a target says is no HTTP/1.1; the message holds its beginning. */
public final class NoHttpException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 60;

  NoHttpException(String found) {
    super(
        found.isEmpty()
            ? "it hangs up without an answer"
            : "no HTTP/1.1: " + found.substring(0, Math.min(SHOWN, found.length())));
  }
}
