package dev.erpsync.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A command of the kit that serves, in a process of its own, until it is told to stop. */
final class KitProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader out;
  private final String firstLine;

  private KitProcess(Process process, BufferedReader out, String firstLine) {
    this.process = process;
    this.out = out;
    this.firstLine = firstLine;
  }

  /** Starts it, and returns when it has said its first line. */
  static KitProcess start(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("ERPSYNC_"));
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    return new KitProcess(process, out, String.valueOf(out.readLine()));
  }

  String firstLine() {
    return firstLine;
  }

  /** The first URL of the first line. */
  URI uri() {
    return URI.create(firstLine.replaceFirst("^.* listening on (\\S+?),?( .*)?$", "$1"));
  }

  /** Sends SIGTERM; all that is still said. */
  String stop() throws IOException {
    // By its handle: the process object would close the stream that is still to be read.
    process.toHandle().destroy();
    return out.lines().collect(Collectors.joining("\n", "", "\n"));
  }

  int exitStatus() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("it does not stop");
    }
    return process.exitValue();
  }

  /** Sends SIGKILL, and returns when the process is gone. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
