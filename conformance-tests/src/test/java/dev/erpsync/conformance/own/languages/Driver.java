package dev.erpsync.conformance.own.languages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A running program in another language that makes calls with its generated client. */
final class Driver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedWriter in;
  private final BufferedReader out;
  private final Path errors;

  private Driver(Process process, Path errors) {
    this.process = process;
    this.in = process.outputWriter(StandardCharsets.UTF_8);
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.errors = errors;
  }

  static Driver start(Language language) throws IOException {
    Path errors = language.target().resolveSibling(language.name() + ".errors");
    var builder =
        new ProcessBuilder(language.folder().resolve("driver").toAbsolutePath().toString())
            .redirectError(errors.toFile());
    return new Driver(builder.start(), errors);
  }

  /** Makes one call; what the program says came of it. */
  JsonNode call(JsonNode asked) throws Exception {
    in.write(JSON.writeValueAsString(asked));
    in.newLine();
    in.flush();
    String line = CompletableFuture.supplyAsync(this::line).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new IllegalStateException("the driver ended: " + Files.readString(errors));
    }
    return JSON.readTree(line);
  }

  private @Nullable String line() {
    try {
      return out.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try (in) {
      process.destroy();
    } catch (IOException e) {
      // It has ended already.
    }
  }
}
