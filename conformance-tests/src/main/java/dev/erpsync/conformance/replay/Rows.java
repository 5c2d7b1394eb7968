package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares two states row by row. The order of rows has no meaning but where they are bare values,
 * a member that is null is as good as absent, and rights of a connection are made for each answer.
 */
final class Rows {
  private Rows() {}

  /** Every row that is missing in the found state, and every row that it has too many. */
  static List<Difference> compare(JsonNode expected, JsonNode found) {
    Set<String> lists = new TreeSet<>();
    expected.fieldNames().forEachRemaining(lists::add);
    found.fieldNames().forEachRemaining(lists::add);
    List<Difference> differences = new ArrayList<>();
    for (String list : lists) {
      List<JsonNode> missing = normal(expected.path(list));
      List<JsonNode> surplus = new ArrayList<>();
      for (JsonNode row : normal(found.path(list))) {
        if (!missing.remove(row)) {
          surplus.add(row);
        }
      }
      String where = "state after, " + list;
      missing.forEach(row -> differences.add(new Difference(where, row.toString(), "no such row")));
      surplus.forEach(row -> differences.add(new Difference(where, "no such row", row.toString())));
    }
    return differences;
  }

  /** As {@link #compare}, for those lists that are expected, and names that their rows have. */
  static List<Difference> compareLists(JsonNode expected, JsonNode found) {
    ObjectNode some = JsonNodeFactory.instance.objectNode();
    for (var list : expected.properties()) {
      Set<String> names = new TreeSet<>();
      list.getValue().forEach(row -> row.fieldNames().forEachRemaining(names::add));
      ArrayNode rows = some.putArray(list.getKey());
      for (JsonNode row : found.path(list.getKey())) {
        rows.add(names.isEmpty() ? row : row.<ObjectNode>deepCopy().retain(names));
      }
    }
    return compare(expected, some);
  }

  /** Whether two rows have the same values under these names. */
  static boolean agree(List<String> names, JsonNode one, JsonNode other) {
    return names.stream().allMatch(name -> one.path(name).equals(other.path(name)));
  }

  static void remove(ArrayNode rows, Predicate<JsonNode> which) {
    for (int i = rows.size() - 1; i >= 0; i--) {
      if (which.test(rows.get(i))) {
        rows.remove(i);
      }
    }
  }

  private static List<JsonNode> normal(JsonNode rows) {
    List<JsonNode> normal = new ArrayList<>();
    if (rows.path(0).isValueNode()) {
      normal.add(rows);
      return normal;
    }
    for (JsonNode row : rows) {
      JsonNode copy = row.deepCopy();
      if (copy instanceof ObjectNode object) {
        object.remove(SavedEntity.RIGHTS);
        object.properties().removeIf(property -> property.getValue().isNull());
      }
      normal.add(copy);
    }
    return normal;
  }
}
