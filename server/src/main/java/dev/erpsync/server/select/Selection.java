package dev.erpsync.server.select;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The properties that a {@code $select} names, as a tree; letter case does not count. Immutable.
 * (D8)
 */
public final class Selection {
  private final Map<String, Selection> named = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private boolean whole;

  private Selection() {}

  /**
   * Reads the value of the parameter: names separated by commas, a slash descends.
   *
   * @return empty when it names nothing, and so selects everything
   */
  public static Optional<Selection> parse(String select) {
    var root = new Selection();
    for (String path : select.split(",", -1)) {
      Selection at = root;
      for (String name : path.split("/", -1)) {
        if (!name.isBlank()) {
          at = at.named.computeIfAbsent(name.strip(), unused -> new Selection());
        }
      }
      at.whole = true;
    }
    return root.named.isEmpty() ? Optional.empty() : Optional.of(root);
  }

  /** What is selected below a property; empty when the property is not. */
  Optional<Selection> below(String property) {
    return Optional.ofNullable(named.get(property));
  }

  /** Whether the property was named itself, and not only something in it. */
  boolean isWhole() {
    return whole;
  }

  @Override
  public String toString() {
    return Collections.unmodifiableMap(named).toString();
  }
}
