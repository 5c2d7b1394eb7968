package dev.erpsync.server.select;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;

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
   * @param schema name of the schema of the answer, or of each element when it is an array
   */
  public void apply(Selection selection, String schema, JsonNode answer) {
    keep(selection, contract.schema(schema), answer);
  }

  private void keep(Selection selection, JsonNode schema, JsonNode value) {
    if (value.isArray()) {
      JsonNode items = schema.has("items") ? contract.resolve(schema.path("items")) : schema;
      value.forEach(element -> keep(selection, items, element));
    } else if (value instanceof ObjectNode object) {
      for (var property : schema.path("properties").properties()) {
        keep(selection, property.getKey(), contract.resolve(property.getValue()), object);
      }
    }
  }

  private void keep(Selection selection, String name, JsonNode schema, ObjectNode object) {
    JsonNode value = object.path(name);
    if (value.isMissingNode()) {
      return;
    }
    selection
        .below(name)
        .ifPresentOrElse(
            below -> {
              if (!below.isWhole()) {
                keep(below, schema, value);
              }
            },
            () -> object.putNull(name));
  }
}
