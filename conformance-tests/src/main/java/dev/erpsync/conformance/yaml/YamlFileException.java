package dev.erpsync.conformance.yaml;

import java.nio.file.Path;

/** A YAML file cannot be used; the message names the file, the line where known, and the reason. */
public final class YamlFileException extends Exception {
  private static final long serialVersionUID = 1L;

  /** One of a file as a whole. */
  public YamlFileException(Path file, String reason) {
    super("%s: %s".formatted(file, reason));
  }

  YamlFileException(Path file, int line, String reason) {
    super("%s:%d: %s".formatted(file, line, reason));
  }
}
