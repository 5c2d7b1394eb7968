package dev.erpsync.conformance.http;

import java.io.IOException;

/** Sends requests to one target. Thread-safe. */
@FunctionalInterface
public interface Sender {
  /**
   * Sends a request and waits for the whole answer.
   *
   * @throws IOException when no answer comes
   */
  Response send(Request request) throws IOException;
}
