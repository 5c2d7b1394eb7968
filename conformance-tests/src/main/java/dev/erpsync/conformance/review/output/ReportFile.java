package dev.erpsync.conformance.review.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report into a file. */
public final class ReportFile {
  private ReportFile() {}

  /**
   * Writes a text, and creates the folder for it.
   *
   * @throws IOException when it cannot be written
   */
  public static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(file, text);
  }
}
