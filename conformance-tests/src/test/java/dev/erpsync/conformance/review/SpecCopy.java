package dev.erpsync.conformance.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the contract's files, to be changed as a pull request would. */
record SpecCopy(Path folder) {
  static final Path SPEC = Path.of("..", "spec");

  static SpecCopy in(Path temp) throws IOException {
    Path head = temp.resolve("spec");
    for (String part : List.of("", "operations", "schemas", "samples")) {
      Files.createDirectories(head.resolve(part));
      try (Stream<Path> files = Files.list(SPEC.resolve(part))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
          Files.copy(file, head.resolve(part).resolve(file.getFileName()));
        }
      }
    }
    return new SpecCopy(head);
  }

  /** Replaces a text where it stands first. */
  void edit(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    int at = text.indexOf(from);
    Files.writeString(
        folder.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
  }

  /** The first line that holds a text, counted from 1. */
  int line(String file, String text) throws IOException {
    List<String> lines = Files.readAllLines(folder.resolve(file));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(text)) {
        return i + 1;
      }
    }
    throw new AssertionError(text);
  }
}
