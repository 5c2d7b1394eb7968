package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects changes; the same one found in several uses is one. Not thread-safe. */
final class Changes {
  private final Map<Key, Found> found = new LinkedHashMap<>();

  private record Key(String rule, String place, String before, String after) {}

  private record Found(Rule rule, String pointer, boolean inHead, Set<Use> uses) {}

  /**
   * Something at a place that both contracts have, or only the new one.
   *
   * @param before empty for nothing
   */
  void inHead(Rule rule, Spot head, Use use, String before, String after) {
    add(rule, head, true, use, before, after);
  }

  /** Something at a place that only the old contract has. */
  void inBase(Rule rule, Spot base, Use use, String before) {
    add(rule, base, false, use, before, "");
  }

  /** A keyword that is added, changed or removed. */
  void keyword(Rule rule, Spot base, Spot head, Use use) {
    if (head.exists()) {
      inHead(rule, head, use, text(base.node()), text(head.node()));
    } else {
      inBase(rule, base, use, text(base.node()));
    }
  }

  List<Change> all() {
    List<Change> all = new ArrayList<>();
    found.forEach(
        (key, f) ->
            all.add(
                new Change(
                    f.rule(),
                    key.place(),
                    f.pointer(),
                    f.inHead(),
                    key.before(),
                    key.after(),
                    List.copyOf(f.uses()))));
    return all;
  }

  static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return "";
    }
    return node.isTextual() ? node.textValue() : node.toString();
  }

  private void add(Rule rule, Spot spot, boolean head, Use use, String before, String after) {
    found
        .computeIfAbsent(
            new Key(rule.id(), spot.place(), before, after),
            key -> new Found(rule, spot.pointer(), head, new LinkedHashSet<>()))
        .uses()
        .add(use);
  }
}
