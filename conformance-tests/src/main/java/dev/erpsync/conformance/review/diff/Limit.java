package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/**
 * A keyword that bounds a value from one side.
 *
 * @param keyword as it stands in schemas
 * @param name as it stands in rules
 * @param upper whether it bounds from above
 */
record Limit(String keyword, String name, boolean upper) {
  static final List<Limit> ALL =
      List.of(
          new Limit("maxLength", "max-length", true),
          new Limit("minLength", "min-length", false),
          new Limit("maximum", "maximum", true),
          new Limit("minimum", "minimum", false),
          new Limit("maxItems", "max-items", true),
          new Limit("minItems", "min-items", false),
          new Limit("maxProperties", "max-properties", true),
          new Limit("minProperties", "min-properties", false));

  void compare(Pair pair, Changes changes) {
    Spot base = pair.base().child(keyword);
    Spot head = pair.head().child(keyword);
    int sign = compare(base, head, isExclusive(pair.base()), isExclusive(pair.head()));
    if (sign != 0) {
      String rule = name + (sign < 0 ? "-raised" : "-lowered");
      changes.inHead(
          pair.rule(rule),
          head.exists() ? head : pair.head(),
          pair.use(),
          text(base, isExclusive(pair.base())),
          text(head, isExclusive(pair.head())));
    }
  }

  /** Below zero when the bound goes up, as no bound is up for an upper one and down for a lower. */
  private int compare(Spot base, Spot head, boolean baseExclusive, boolean headExclusive) {
    int none = upper ? 1 : -1;
    if (!isBound(base) || !isBound(head)) {
      int baseAt = isBound(base) ? 0 : none;
      int headAt = isBound(head) ? 0 : none;
      return Integer.compare(baseAt, headAt);
    }
    int byValue = decimal(base.node()).compareTo(decimal(head.node()));
    if (byValue != 0 || baseExclusive == headExclusive) {
      return byValue;
    }
    return headExclusive == upper ? 1 : -1;
  }

  /** Lengths and sizes from 0 are no bound at all. */
  private boolean isBound(Spot limit) {
    boolean size = !keyword.equals("minimum") && !upper;
    return limit.node().isNumber() && !(size && decimal(limit.node()).signum() == 0);
  }

  private boolean isExclusive(Spot schema) {
    String exclusive =
        "exclusive" + Character.toUpperCase(keyword.charAt(0)) + keyword.substring(1);
    return schema.isTrue(exclusive);
  }

  private static BigDecimal decimal(JsonNode number) {
    return number.decimalValue();
  }

  private static String text(Spot limit, boolean exclusive) {
    return Changes.text(limit.node()) + (limit.exists() && exclusive ? " (exclusive)" : "");
  }
}
