package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;

/** Properties that are not named: {@code additionalProperties}. */
final class Others {
  private static final String KEYWORD = "additionalProperties";

  private Others() {}

  static void compare(Pair pair, SchemaDiff schemas, Changes changes) {
    Pair others = pair.keyword(KEYWORD);
    Room base = Room.of(others.base().node());
    Room head = Room.of(others.head().node());
    if (base == Room.TYPED && head == Room.TYPED) {
      schemas.compare(others.at(pair.use().down("*")));
    } else if (base != head) {
      String rule = head.compareTo(base) > 0 ? "widened" : "restricted";
      changes.keyword(
          pair.rule("additional-properties-" + rule), others.base(), others.head(), pair.use());
    }
  }

  /** Whether an object may hold nothing but the properties that are named. */
  static boolean isClosed(Spot object) {
    return Room.of(object.child(KEYWORD).node()) == Room.NONE;
  }

  /** How much room there is, from little to much. */
  private enum Room {
    NONE,
    TYPED,
    ANY;

    static Room of(JsonNode keyword) {
      if (keyword.isBoolean() && !keyword.booleanValue()) {
        return NONE;
      }
      return keyword.isObject() && !keyword.isEmpty() ? TYPED : ANY;
    }
  }
}
