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
    Files.createDirectories(folder);
    for (ReportFile file : ALL) {
      Files.writeString(folder.resolve(file.name()), file.text(results), StandardCharsets.UTF_8);
    }
  }
}
