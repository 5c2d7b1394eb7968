package dev.erpsync.server.select;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;
import java.util.HashSet;
import java.util.Set;

/**
 * Nulls out what is not selected, with the contract's help: only properties that a schema names are
 * touched, so that dictionaries stay as they are. Thread-safe. (D8)
 */
public final class Selector {
  private final Contract contract;

  public Selector(Contract contract) {
    this.contract = contract;
  }

  /**
   * Changes an answer so that it holds what is selected, and null elsewhere.
   *
   * @param schema where the contract has the schema of the answer
   * @return JSON pointers of what is null now
   */
  public Set<String> apply(Selection selection, JsonPointer schema, JsonNode answer) {
    Set<String> emptied = new HashSet<>();
    keep(selection, contract.resolve(contract.document().at(schema)), answer, "", emptied);
    return emptied;
  }

  private void keep(
      Selection selection, JsonNode schema, JsonNode value, String at, Set<String> emptied) {
    if (value.isArray()) {
      JsonNode items = contract.resolve(schema.path("items"));
      for (int i = 0; i < value.size(); i++) {
        keep(selection, items, value.get(i), at + "/" + i, emptied);
      }
    } else if (value instanceof ObjectNode object) {
      for (var property : schema.path("properties").properties()) {
        JsonNode type = contract.resolve(property.getValue());
        keep(selection, property.getKey(), type, object, at, emptied);
      }
    }
  }

  private void keep(
      Selection selection,
      String name,
      JsonNode schema,
      ObjectNode object,
      String at,
      Set<String> emptied) {
    String pointer = at + "/" + name;
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return;
    }
    selection
        .below(name)
        .ifPresentOrElse(
            below -> {
              if (!below.isWhole()) {
                keep(below, schema, value, pointer, emptied);
              }
            },
            () -> {
              object.putNull(name);
              emptied.add(pointer);
            });
  }
}
