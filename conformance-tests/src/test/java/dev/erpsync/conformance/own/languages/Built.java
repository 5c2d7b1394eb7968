package dev.erpsync.conformance.own.languages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What came of building a generated client.
 *
 * @param status exit status; 77 when the tools are missing
 * @param log what was printed
 */
record Built(int status, String log) {
  private static final int NO_TOOLS = 77;
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  /** Waits for what client/languages/prove builds meanwhile. */
  static Built of(Language language) throws IOException, InterruptedException {
    Path pending = language.built().resolveSibling(language.name() + ".pending");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(language.built())) {
      if (!Files.exists(pending) || System.nanoTime() > end) {
        throw new IllegalStateException(
            "%s was not built: run client/languages/prove".formatted(language.name()));
      }
      Thread.sleep(200);
    }
    List<String> lines = Files.readAllLines(language.built());
    return new Built(
        Integer.parseInt(lines.get(0)), String.join("\n", lines.subList(1, lines.size())));
  }

  boolean isDone() {
    return status == 0;
  }

  /** Whether there are no tools to build it with; the log says which. */
  boolean lacksTools() {
    return status == NO_TOOLS;
  }
}
