package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.LinkedHashSet;
import java.util.Set;

/** What any object of a contract may hold: words, deprecation, extensions; and what is unknown. */
final class Rest {
  private static final Set<String> WORDS =
      Set.of(
          "title",
          "summary",
          "description",
          "externalDocs",
          "example",
          "examples",
          "openapi",
          "contact",
          "license",
          "termsOfService",
          "bearerFormat");

  private Rest() {}

  /**
   * Compares what the caller does not.
   *
   * @param known members that the caller compares itself
   */
  static void compare(Spot base, Spot head, Use use, Set<String> known, Changes changes) {
    Set<String> names = new LinkedHashSet<>(base.names());
    names.addAll(head.names());
    names.removeAll(known);
    for (String name : names) {
      Spot before = base.child(name);
      Spot after = head.child(name);
      if (!before.node().equals(after.node())) {
        changes.keyword(RuleTable.of(rule(name, after)), before, after, use);
      }
    }
  }

  private static String rule(String name, Spot after) {
    if (WORDS.contains(name)) {
      return "text-changed";
    }
    if (name.equals("deprecated")) {
      return after.node().asBoolean() ? "deprecation-added" : "deprecation-removed";
    }
    return name.startsWith("x-") ? "extension-changed" : "unknown-keyword-changed";
  }
}
