package dev.erpsync.conformance.own;

import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.server.TargetServerProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Offers this project's server to this project's conformance tests. */
public final class ServerJarProvider implements TargetServerProvider {
  @Override
  public TargetServer start() {
    try {
      return ServerJar.start(Files.createTempDirectory("erpsync"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
