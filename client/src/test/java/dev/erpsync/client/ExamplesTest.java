package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What stands as an example in Javadoc and in the READMEs is, to the letter, a part of a test that
 * runs: of the files in {@code examples}, between a line {@code // example: NAME} and a line {@code
 * // end}.
 */
class ExamplesTest {
  private static final Pattern IN_JAVADOC =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n *\\* }</pre>", Pattern.DOTALL);
  private static final Pattern IN_README = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern TESTED =
      Pattern.compile(
          "^ *// example: [a-z ]+\\n(.*?)^ *// end$", Pattern.DOTALL | Pattern.MULTILINE);

  @TestFactory
  Stream<DynamicTest> javadocShowsWhatRuns() throws IOException {
    var shown = files(Path.of("src", "main", "java")).flatMap(ExamplesTest::inJavadoc).toList();
    assertThat(shown).hasSizeGreaterThanOrEqualTo(5);
    return shown.stream().map(ExamplesTest::runs);
  }

  @TestFactory
  Stream<DynamicTest> theReadmesShowWhatRuns() throws IOException {
    String project = Files.readString(Path.of("..", "README.md"));
    String section = project.split("\n## The Java client\n", 2)[1].split("\n## ", 2)[0];
    var shown =
        examples(
                IN_README,
                section
                    + Files.readString(Path.of("README.md"))
                    + Files.readString(Path.of("languages", "README.md")))
            // That one is a program of its own, and run by a test of its own.
            .filter(example -> !example.contains("class FirstSteps"))
            .toList();
    assertThat(shown).hasSizeGreaterThanOrEqualTo(8);
    return shown.stream().map(ExamplesTest::runs);
  }

  private static DynamicTest runs(String example) {
    return dynamicTest(
        example.lines().findFirst().orElse(""), () -> assertThat(tested()).contains(example));
  }

  private static List<String> tested() throws IOException {
    return files(Path.of("src", "test", "java", "dev", "erpsync", "client", "examples"))
        .flatMap(file -> examples(TESTED, read(file)))
        .toList();
  }

  private static Stream<String> inJavadoc(Path file) {
    return IN_JAVADOC
        .matcher(read(file))
        .results()
        .map(found -> found.group(1).replaceAll("(?m)^ *\\* ?", ""))
        .map(ExamplesTest::leftAligned);
  }

  private static Stream<String> examples(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult found) -> leftAligned(found.group(1)));
  }

  private static String leftAligned(String code) {
    return code.stripTrailing().stripIndent().strip();
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
