package dev.erpsync.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A form in which results are written to a file. */
public interface ReportFile {
  /** All forms there are. */
  List<ReportFile> ALL = List.of(new JsonReport(), new JUnitReport(), new HtmlReport());

  /** Name of the file. */
  String name();

  /** What stands in it. */
  String text(Results results);

  /**
   * Writes all of them into a folder, over older ones.
   *
   * @param folder made when missing
   */
  static void writeAll(Path folder, Results results) throws IOException {
    writeAll(folder, results, "replay");
  }

  /**
   * As {@link #writeAll(Path, Results)}, for another command.
   *
   * @param command in the place of {@code replay} in the names of the files
   */
  static void writeAll(Path folder, Results results, String command) throws IOException {
    Files.createDirectories(folder);
    for (ReportFile file : ALL) {
      Path named = folder.resolve(file.name().replaceFirst("^replay", command));
      Files.writeString(named, file.text(results), StandardCharsets.UTF_8);
    }
  }
}
