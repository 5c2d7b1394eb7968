package dev.erpsync.conformance.scenario;

import java.nio.file.Path;

/** A file of scenarios cannot be used; the message names file, line where known, and reason. */
public final class ScenarioFileException extends Exception {
  private static final long serialVersionUID = 1L;

  ScenarioFileException(Path file, String reason) {
    super("%s: %s".formatted(file, reason));
  }

  ScenarioFileException(Path file, int line, String reason) {
    super("%s:%d: %s".formatted(file, line, reason));
  }
}
