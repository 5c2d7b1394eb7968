package dev.erpsync.conformance.lies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A tool that is installed, and how it is run.
 *
 * @param name its name
 * @param version its version
 * @param folder where it is installed
 */
record Tool(String name, String version, Path folder) {
  private static final int PATIENCE_SECONDS = 120;

  /** A tool was stopped, as it did not end by itself. */
  static final class EndlessException extends IOException {
    private static final long serialVersionUID = 1L;

    private EndlessException(String message) {
      super(message);
    }
  }

  /**
   * Installs a tool, once.
   *
   * @param peers the folder of the scripts
   * @throws IOException when it cannot be installed
   */
  static Tool install(Path peers, String name) throws IOException {
    String said = run(peers, Map.of(), List.of(peers.resolve("install").toString(), name));
    String[] words = said.strip().lines().reduce("", (a, b) -> b).split(" ", 2);
    if (words.length < 2) {
      throw new IOException(name + " cannot be installed here: " + said.strip());
    }
    return new Tool(name, words[0], Path.of(words[1]));
  }

  /** Runs a command to its end, and returns all that it prints. */
  String run(Map<String, String> environment, List<String> command) throws IOException {
    return run(Files.createDirectories(folder.resolveSibling("lies")), environment, command);
  }

  private static String run(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Path printed = Files.createTempFile("peer", ".txt");
    try {
      Process process = builder.redirectOutput(printed.toFile()).start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new EndlessException(command.get(0) + " does not end");
      }
      return Files.readString(printed, StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted", e));
    } finally {
      Files.delete(printed);
    }
  }

  @Override
  public String toString() {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " " + version;
  }
}
