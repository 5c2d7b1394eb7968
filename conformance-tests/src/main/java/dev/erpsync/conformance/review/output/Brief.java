package dev.erpsync.conformance.review.output;

import dev.erpsync.conformance.review.result.Finding;
import java.util.List;

/** Texts cut to what fits a line of a table. */
final class Brief {
  private static final int LONGEST = 120;
  private static final int MOST_USES = 4;

  private Brief() {}

  static String value(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
  }

  static String uses(List<String> uses) {
    return uses.size() <= MOST_USES
        ? String.join(", ", uses)
        : String.join(", ", uses.subList(0, MOST_USES))
            + " and %d more".formatted(uses.size() - MOST_USES);
  }

  /** One line for people: what, where, from what to what, and why it matters. */
  static String sentence(Finding finding) {
    return "%s at %s (%s -> %s): %s"
        .formatted(
            finding.change().rule().id(),
            finding.place(),
            orNothing(finding.change().before()),
            orNothing(finding.change().after()),
            finding.change().rule().why());
  }

  static String orNothing(String text) {
    return text.isEmpty() ? "nothing" : value(text);
  }
}
