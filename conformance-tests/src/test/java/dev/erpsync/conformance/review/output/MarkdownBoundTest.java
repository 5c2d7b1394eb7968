package dev.erpsync.conformance.review.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.review.approval.Approval;
import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.diff.Use;
import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.JavaChange;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.rule.RuleTable;
import dev.erpsync.conformance.review.source.FileLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Markdown of a review has an upper bound, and what is in it is whole. */
class MarkdownBoundTest {
  private static final Links LINKS =
      new Links(Optional.of("https://a.example/base/"), Optional.of("https://a.example/head/"));

  @ParameterizedTest
  @ValueSource(strings = {"x", "|", "`", "```", "\uD83D\uDE00", "é", "\n", "&", "@", "</details>"})
  void isBoundedAndWholeWhateverTheContractHolds(String part) {
    for (int length : new int[] {1, 150, 2_000}) {
      String text = Format.MARKDOWN.text(review(60, part.repeat(length)), LINKS);
      assertThat(text.length()).isLessThanOrEqualTo(BoundedText.MOST_CHARACTERS);
      isWhole(text);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "50, 0", "51, 1", "5000, 4950"})
  void saysHowManyAreLeftOut(int findings, int left) {
    String text = Format.MARKDOWN.text(review(findings, "x"), LINKS);
    assertThat(rows(text, "response-property-renamed")).isEqualTo(findings - left);
    assertThat(text.contains("… and %d more".formatted(left))).isEqualTo(left > 0);
    isWhole(text);
  }

  @ParameterizedTest
  @CsvSource({
    "spec/schemas/A.yaml, spec/schemas/A.yaml",
    "'spec/a b.yaml', spec/a%20b.yaml",
    "'spec/a)b|c.yaml', spec/a%29b%7Cc.yaml",
    "spec/é.yaml, spec/%C3%A9.yaml"
  })
  void linksTheLineInTheContractThatHasIt(String file, String path) {
    String shown = "[`%s:3`]".formatted(file.replace("|", "\\|"));
    for (boolean inHead : new boolean[] {true, false}) {
      Review review = review(List.of(finding("A", "a", file, inHead)), "x");
      String folder = "https://a.example/" + (inHead ? "head/" : "base/");
      assertThat(Format.MARKDOWN.text(review, LINKS))
          .contains("| `A`<br>%s(%s%s#L3) |".formatted(shown, folder, path));
      assertThat(Format.MARKDOWN.text(review)).contains("| `A`<br>%s |".formatted(unlinked(shown)));
    }
  }

  private static String unlinked(String shown) {
    return shown.substring(1, shown.length() - 1);
  }

  private static void isWhole(String text) {
    List<String> lines = text.lines().toList();
    assertThat(lines)
        .filteredOn(line -> line.startsWith("| `"))
        .allMatch(line -> line.endsWith(" |") && line.split("(?<!\\\\)\\|", -1).length == 8);
    // With another backtick on its line it opens a code span, and no block.
    assertThat(lines.stream().filter(line -> line.matches("```[^`]*")).count() % 2).isZero();
    assertThat(count(lines, "<details>")).isEqualTo(count(lines, "</details>"));
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
  }

  private static long count(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).count();
  }

  private static long rows(String text, String rule) {
    return text.lines().filter(line -> line.startsWith("| `" + rule + "` |")).count();
  }

  private static Review review(int findings, String part) {
    return review(
        IntStream.range(0, findings)
            .mapToObj(i -> finding("A" + i + part, part, part, true))
            .toList(),
        part);
  }

  private static Review review(List<Finding> findings, String part) {
    var unused = new Approval("0123456789abcdef", part, part, part, 1);
    var java = new JavaChange("A", part, "removed", false);
    return new Review(
        part,
        part,
        part,
        part,
        findings,
        List.of(part),
        List.of(unused),
        Optional.of(List.of(java)));
  }

  private static Finding finding(String place, String value, String file, boolean inHead) {
    var change =
        new Change(
            RuleTable.of("response-property-renamed"),
            "/" + place,
            "/" + place,
            inHead,
            value,
            value,
            List.of(new Use(value, "200", "", "")));
    return new Finding(
        change, "0123456789abcdef", Optional.empty(), Optional.of(new FileLine(file, 3)));
  }
}
