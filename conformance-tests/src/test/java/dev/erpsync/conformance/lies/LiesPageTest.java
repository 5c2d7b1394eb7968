package dev.erpsync.conformance.lies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** LIES.md is of this table; how it is written anew stands in it. */
class LiesPageTest {
  @Test
  void hasEveryLieOfTheTableInItsPlaceAndNoOther() throws IOException {
    List<String> lines = page().lines().filter(LiesPageTest::isRow).toList();
    List<Lie> lies = Lies.all();
    assertThat(lines).hasSameSizeAs(lies);
    for (int i = 0; i < lines.size(); i++) {
      Lie lie = lies.get(i);
      assertThat(lines.get(i)).startsWith(LiesPage.begin(lie) + "`" + lie.seen() + ":");
    }
  }

  @Test
  void saysThatEveryLieIsFoundAndNothingElse() throws IOException {
    int lies = Lies.all().size();
    assertThat(page())
        .contains("%d lies, %d found, 0 missed, ".formatted(lies, lies))
        .containsPattern(" 0 false alarms in [1-9]\\d* honest runs of ");
  }

  private static boolean isRow(String line) {
    return line.startsWith("| ") && !line.startsWith("| lie ");
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("LIES.md"));
  }
}
