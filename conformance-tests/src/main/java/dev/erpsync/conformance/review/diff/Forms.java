package dev.erpsync.conformance.review.diff;

import java.util.Map;

/** Keywords that a value meets or not, of which nobody can say which one is stricter. */
final class Forms {
  private static final Map<String, String> NAMES =
      Map.of("pattern", "pattern", "multipleOf", "multiple-of");

  private Forms() {}

  static void compare(Pair pair, Changes changes) {
    NAMES.forEach((keyword, name) -> form(pair, keyword, name, changes));
    boolean base = pair.base().isTrue("uniqueItems");
    boolean head = pair.head().isTrue("uniqueItems");
    if (base != head) {
      String rule = head ? "unique-items-added" : "unique-items-removed";
      Pair keyword = pair.keyword("uniqueItems");
      changes.keyword(pair.rule(rule), keyword.base(), keyword.head(), pair.use());
    }
  }

  private static void form(Pair pair, String keyword, String name, Changes changes) {
    Pair form = pair.keyword(keyword);
    if (form.isSame()) {
      return;
    }
    String rule = "-changed";
    if (!form.base().exists()) {
      rule = "-added";
    } else if (!form.head().exists()) {
      rule = "-removed";
    }
    changes.keyword(pair.rule(name + rule), form.base(), form.head(), pair.use());
  }
}
