package dev.erpsync.conformance.review.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The texts of a contract's files. */
final class Texts {
  private static final int DEEPEST = 4;
  private static final int MOST_FILES = 5_000;
  private static final long MOST_BYTES = 20_000_000;

  private Texts() {}

  /** All YAML and JSON files of a folder, by their path in it, with slashes. */
  static Map<String, String> inFolder(Path folder) throws IOException, UnusableSourceException {
    Map<String, String> texts = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      files =
          all.filter(file -> file.toString().matches(".*\\.(ya?ml|json)") && !isBuilt(folder, file))
              .filter(Files::isRegularFile)
              .limit(MOST_FILES)
              .toList();
    }
    for (Path file : files) {
      texts.put(folder.relativize(file).toString().replace('\\', '/'), of(file));
    }
    return texts;
  }

  /** The text of one file, unless it is larger than any contract. */
  static String of(Path file) throws IOException, UnusableSourceException {
    if (Files.size(file) > MOST_BYTES) {
      throw new UnusableSourceException("%s is larger than %,d bytes".formatted(file, MOST_BYTES));
    }
    return Files.readString(file);
  }

  private static boolean isBuilt(Path folder, Path file) {
    return folder.relativize(file).startsWith("target");
  }
}
