package dev.erpsync.conformance.bench.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of an attack, beside the measurements that are made in each.
 *
 * @param text a line of the table
 * @param faults what is not as expected; empty when all is
 */
record Observed(String text, List<String> faults) {
  /** The maximum that is named of many faults of one kind. */
  private static final int NAMED = 4;

  static Observed of(String text, List<String> faults) {
    return new Observed(text, faults);
  }

  static Observed of(String text, boolean expected) {
    return new Observed(text, expected ? List.of() : List.of(text));
  }

  Observed and(Observed other) {
    List<String> all = new ArrayList<>(faults);
    all.addAll(other.faults);
    return new Observed(text + "; " + other.text, all);
  }

  /** The text for the table, with the first faults where it does not name them itself. */
  String line() {
    List<String> more = faults.stream().filter(fault -> !text.contains(fault)).toList();
    if (more.isEmpty()) {
      return text;
    }
    String rest = more.size() > NAMED ? " and %d more".formatted(more.size() - NAMED) : "";
    return text + ": " + String.join("; ", more.subList(0, Math.min(NAMED, more.size()))) + rest;
  }
}
