package dev.erpsync.conformance.own.languages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A language that clients are generated for: a folder with settings of the generator.
 *
 * @param name name of the folder
 */
record Language(String name) {
  static final Path FOLDER = Path.of("..", "client", "languages");
  private static final Path TARGET = Path.of("..", "client", "target", "languages");

  /** All that there are, by name. */
  static List<Language> all() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("generator.yaml")))
          .map(folder -> new Language(folder.getFileName().toString()))
          .sorted((one, other) -> one.name().compareTo(other.name()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that the system property {@code erpsync.languages} names; all without it. */
  static List<Language> chosen() {
    String names = System.getProperty("erpsync.languages", "").strip();
    List<String> wanted = List.of(names.split(" +"));
    return all().stream().filter(each -> names.isEmpty() || wanted.contains(each.name())).toList();
  }

  Path folder() {
    return FOLDER.resolve(name);
  }

  /** Where the generated code is, and what was built of it. */
  Path target() {
    return TARGET.resolve(name);
  }

  /** What came of the build: the exit status in the first line, then what it printed. */
  Path built() {
    return TARGET.resolve(name + ".built");
  }
}
