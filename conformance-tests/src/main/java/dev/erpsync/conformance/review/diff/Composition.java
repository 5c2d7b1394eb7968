package dev.erpsync.conformance.review.diff;

import java.util.LinkedHashMap;
import java.util.Map;

/** Schemas made of others: {@code allOf}, {@code oneOf}, {@code anyOf}. */
final class Composition {
  private final SchemaDiff schemas;
  private final Changes changes;

  Composition(SchemaDiff schemas, Changes changes) {
    this.schemas = schemas;
    this.changes = changes;
  }

  void compare(Pair pair, String keyword, String name) {
    Pair lists = pair.keyword(keyword);
    if (lists.base().exists() != lists.head().exists()) {
      // The first list of alternatives asks for one of them, where anything went before.
      String rule = lists.head().exists() ? "condition-added" : "condition-removed";
      changes.keyword(pair.rule(rule), lists.base(), lists.head(), pair.use());
      return;
    }
    Map<String, Spot> base = members(pair.base().child(keyword));
    Map<String, Spot> head = members(pair.head().child(keyword));
    base.forEach(
        (key, member) -> {
          Spot other = head.get(key);
          if (other == null) {
            changes.inBase(
                pair.rule(name + "-removed"), member, pair.use(), Types.described(member));
          } else {
            schemas.compare(pair.of(member, other));
          }
        });
    head.forEach(
        (key, member) -> {
          if (!base.containsKey(key)) {
            changes.inHead(
                pair.rule(name + "-added"), member, pair.use(), "", Types.described(member));
          }
        });
  }

  /** By the name of the component, or else by the order among those without a name. */
  private static Map<String, Spot> members(Spot list) {
    Map<String, Spot> members = new LinkedHashMap<>();
    int nameless = 0;
    for (int i = 0; i < list.node().size(); i++) {
      Spot member = list.element(i, "");
      String key = member.typeName().orElse("");
      if (key.isEmpty()) {
        key = "inline-" + nameless++;
      }
      members.put(key, list.element(i, key));
    }
    return members;
  }
}
