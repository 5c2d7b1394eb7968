package dev.erpsync.conformance.drift;

import dev.erpsync.conformance.review.source.YamlRecords.Text;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A decision that explains differences.
 *
 * @param decision its number, such as {@code D6}
 * @param reason why there are differences, in a sentence
 * @param patterns texts of differences, in which {@code *} stands for any characters
 */
record Departure(String decision, String reason, List<Text> patterns) {
  /** Whether one of the patterns is the whole text of the difference. */
  boolean explains(Difference difference) {
    return patterns.stream().anyMatch(pattern -> matches(pattern, difference));
  }

  /** The patterns that no difference has, in their order. */
  List<Text> stale(List<Difference> differences) {
    return patterns.stream()
        .filter(pattern -> differences.stream().noneMatch(each -> matches(pattern, each)))
        .toList();
  }

  private static boolean matches(Text pattern, Difference difference) {
    String regex =
        Stream.of(pattern.value().split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return difference.text().matches(regex);
  }
}
