package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a state is the one that was put in place. The order of rows has no meaning, and a target
 * fills in what a row does not say.
 */
final class ShownState {
  private ShownState() {}

  /** The first row that is missing, or that nobody put there; empty when it is that state. */
  static Optional<String> otherThan(JsonNode given, JsonNode shown) {
    Set<String> lists = new TreeSet<>();
    given.fieldNames().forEachRemaining(lists::add);
    shown.fieldNames().forEachRemaining(lists::add);
    for (String list : lists) {
      List<JsonNode> surplus = new ArrayList<>();
      shown.path(list).forEach(surplus::add);
      for (JsonNode row : given.path(list)) {
        Optional<JsonNode> there = surplus.stream().filter(other -> says(other, row)).findFirst();
        if (there.isEmpty()) {
          return Optional.of("%s lacks %s".formatted(list, row));
        }
        surplus.remove(there.get());
      }
      if (!surplus.isEmpty()) {
        return Optional.of("%s still has %s".formatted(list, surplus.get(0)));
      }
    }
    return Optional.empty();
  }

  private static boolean says(JsonNode shown, JsonNode given) {
    return given
        .propertyStream()
        .filter(property -> !property.getValue().isNull())
        .allMatch(property -> property.getValue().equals(shown.path(property.getKey())));
  }
}
