package dev.erpsync.conformance.server;

import java.net.URI;

/** A running server that is to be checked. Closing it ends what was started for the check. */
public interface TargetServer extends AutoCloseable {
  /** Where its root is. */
  URI baseUrl();

  @Override
  void close();

  /** A server that runs anyway, and is left running. */
  static TargetServer at(URI baseUrl) {
    return new TargetServer() {
      @Override
      public URI baseUrl() {
        return baseUrl;
      }

      @Override
      public void close() {}
    };
  }
}
