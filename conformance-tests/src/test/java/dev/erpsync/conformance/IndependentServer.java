package dev.erpsync.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.erpsync.conformance.server.TargetServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in another language, which shares nothing with this project but the contract's text. */
record IndependentServer(Process process, URI baseUrl) implements TargetServer {
  private static final Path PROGRAM = Path.of("src/test/python/independent_server.py");

  /** Starts it, or skips the test where there is no Python. */
  static IndependentServer start(String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("python3", PROGRAM.toString()));
    command.addAll(List.of(options));
    Process process = python(command);
    String line = String.valueOf(process.inputReader(StandardCharsets.UTF_8).readLine());
    if (!line.startsWith("independent server listening on ")) {
      throw new IllegalStateException("the independent server did not start; it said: " + line);
    }
    return new IndependentServer(
        process, URI.create(line.substring(line.lastIndexOf(' ') + 1).strip()));
  }

  private static Process python(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException e) {
      assumeTrue(false, "there is no python3 on the PATH");
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
