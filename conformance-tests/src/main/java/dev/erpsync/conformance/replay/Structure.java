package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares by names and types: the body conforms to its schema, has every property that the
 * documented one has, and none that the contract does not know. Keys of a dictionary are data.
 */
final class Structure {
  private final Contract contract;

  Structure(Contract contract) {
    this.contract = contract;
  }

  List<Difference> compare(JsonPointer schema, JsonNode documented, JsonNode found) {
    List<Difference> differences = new ArrayList<>();
    contract.check(schema, found).forEach(v -> differences.add(Difference.of(v)));
    walk(contract.document().at(schema), documented, found, "", differences);
    return differences;
  }

  private void walk(
      JsonNode schema, JsonNode documented, JsonNode found, String at, List<Difference> into) {
    JsonNode type = contract.resolve(schema);
    if (found.isArray() && documented.path(0).isContainerNode()) {
      for (int i = 0; i < found.size(); i++) {
        walk(type.path("items"), documented.path(0), found.get(i), at + "/" + i, into);
      }
    } else if (found.isObject() && type.has("properties")) {
      properties(type.path("properties"), documented, found, at, into);
    } else if (found.isObject() && type.path("additionalProperties").isObject()) {
      // Every value of a dictionary has one type, so that any documented value shows it.
      JsonNode value = documented.elements().hasNext() ? documented.elements().next() : documented;
      for (var entry : found.properties()) {
        String place = at + "/" + entry.getKey();
        walk(type.path("additionalProperties"), value, entry.getValue(), place, into);
      }
    }
  }

  private void properties(
      JsonNode known, JsonNode documented, JsonNode found, String at, List<Difference> into) {
    for (var property : documented.properties()) {
      String name = property.getKey();
      if (known.has(name) && !found.has(name)) {
        into.add(new Difference(at + "/" + name, "the property", "nothing"));
      }
    }
    for (var property : found.properties()) {
      String name = property.getKey();
      if (known.has(name)) {
        walk(known.path(name), documented.path(name), property.getValue(), at + "/" + name, into);
      } else {
        into.add(new Difference(at + "/" + name, "no such property", "one"));
      }
    }
  }
}
