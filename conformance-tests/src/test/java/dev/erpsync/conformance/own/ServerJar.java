package dev.erpsync.conformance.own;

import dev.erpsync.conformance.server.TargetServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This project's server as its users run it: the jar, in a process of its own. */
public final class ServerJar implements TargetServer {
  private final Process process;
  private final URI baseUrl;

  private ServerJar(Process process, URI baseUrl) {
    this.process = process;
    this.baseUrl = baseUrl;
  }

  /** Starts the jar on a free port, and returns when it answers. */
  public static ServerJar start(Path data, String... options) {
    List<String> all = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
    all.addAll(List.of(options));
    String jar = System.getProperty("erpsync.server.jar");
    try {
      Process process = run(all);
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

  /** What the jar prints when it is run with these arguments, and given this text. */
  public static String command(String input, String... arguments) throws IOException {
    Process process = run(List.of(arguments));
    try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
      in.write(input);
    }
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static Process run(List<String> arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    // A server that lives for a minute spends more on its best code than that code saves it.
    List<String> command =
        new ArrayList<>(
            List.of(
                java, "-XX:TieredStopAtLevel=1", "-jar", System.getProperty("erpsync.server.jar")));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().keySet().removeIf(name -> name.startsWith("ERPSYNC_"));
    return builder.start();
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
