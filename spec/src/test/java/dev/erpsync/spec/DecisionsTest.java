package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every decision is shown by a test, wherever in the project that test is. */
class DecisionsTest {
  private static final Pattern HEADING = Pattern.compile("^### (D\\d+): ", Pattern.MULTILINE);
  private static final Pattern TAG = Pattern.compile("@Tag\\(\"(D\\d+)\"\\)");
  private static final Pattern MENTION = Pattern.compile("\\b(D\\d+)\\b");

  @Test
  void haveATestEach() throws IOException {
    assertThat(decided()).isSubsetOf(mentions(TAG, Path.of(".."), DecisionsTest::isTest));
  }

  @Test
  void areTheOnlyNumbersThatTestsCarry() throws IOException {
    assertThat(mentions(TAG, Path.of(".."), DecisionsTest::isTest)).isSubsetOf(decided());
  }

  @Test
  void areTheOnlyNumbersThatTheContractMentions() throws IOException {
    Predicate<Path> part =
        file ->
            file.toString().endsWith(".yaml")
                && !file.startsWith("target")
                && !file.startsWith("lint");
    Set<String> mentioned = mentions(MENTION, Path.of(""), part);
    assertThat(mentioned).contains("D30").isSubsetOf(decided());
  }

  @Test
  void areTheOnlyNumbersThatSourcesMention() throws IOException {
    Predicate<Path> source =
        file -> file.toString().contains("/src/main/") && file.toString().endsWith(".java");
    Pattern inComment = Pattern.compile("[(, ](D\\d+)[),]");
    Set<String> mentioned = mentions(inComment, Path.of(".."), source);
    assertThat(mentioned).contains("D30").isSubsetOf(decided());
  }

  private static Set<String> decided() throws IOException {
    return find(HEADING, Files.readString(Path.of("DECISIONS.md"))).collect(Collectors.toSet());
  }

  private static boolean isTest(Path file) {
    return file.toString().endsWith(".java") && file.toString().contains("/src/test/");
  }

  private static Set<String> mentions(Pattern pattern, Path root, Predicate<Path> which)
      throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(which)
          .flatMap(file -> find(pattern, read(file)))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Stream<String> find(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
