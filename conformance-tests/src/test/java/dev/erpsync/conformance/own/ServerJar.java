package dev.erpsync.conformance.own;

import dev.erpsync.conformance.server.TargetServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** This project's server as its users run it: the jar, in a process of its own. */
final class ServerJar implements TargetServer {
  private final Process process;
  private final URI baseUrl;

  private ServerJar(Process process, URI baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  /** Starts the jar on a free port, and returns when it answers. */
  static ServerJar start(Path data) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = System.getProperty("erpsync.server.jar");
    var builder =
        new ProcessBuilder(java, "-jar", jar, "--port", "0", "--data", data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("ERPSYNC_"));
    try {
      Process process = builder.start();
      BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
      String line = String.valueOf(out.readLine());
      if (!line.startsWith("erpsync listening on ")) {
        throw new IllegalStateException("the server did not start; it said: " + line);
      }
      return new ServerJar(process, URI.create(line.substring(line.lastIndexOf(' ') + 1)));
    } catch (IOException e) {
      throw new IllegalStateException("run the build with -am: " + jar + " is missing", e);
    }
  }

  @Override
  public URI baseUrl() {
    return baseUrl;
  }

  /** Ends the process at once; what the system has in its page cache stays, as after a crash. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  @Override
  public void close() {
    process.destroy();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server does not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
