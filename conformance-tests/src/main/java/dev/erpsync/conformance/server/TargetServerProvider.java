package dev.erpsync.conformance.server;

import java.net.URI;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Starts a server to check; found through {@link ServiceLoader}, so that whoever has a server can
 * run the kit's tests on it without changing them.
 */
public interface TargetServerProvider {
  /** System property that names a running server; stronger than any provider. */
  String BASE_URL = "erpsync.baseUrl";

  /** Starts the server and returns when it answers. */
  TargetServer start();

  /**
   * The server to check: the one that the system property names, else that of the first provider.
   *
   * @throws IllegalStateException when there is neither
   */
  static TargetServer find() {
    return Optional.ofNullable(System.getProperty(BASE_URL))
        .map(url -> TargetServer.at(URI.create(url)))
        .or(
            () ->
                ServiceLoader.load(TargetServerProvider.class)
                    .findFirst()
                    .map(TargetServerProvider::start))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no server to check: set -D%s or provide a %s"
                        .formatted(BASE_URL, TargetServerProvider.class.getName())));
  }
}
