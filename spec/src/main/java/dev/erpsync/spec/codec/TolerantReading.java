package dev.erpsync.spec.codec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;

/**
 * Values as a service on ASP.NET Web API takes them, made to conform where they can be understood:
 * enum members in any letter case, scalars of one type for another, defaults for required scalars
 * that are missing. What cannot be understood is left as it is, for the check against the contract
 * to name. Thread-safe. (D3, D4)
 */
public final class TolerantReading {
  private final JsonNode document;

  /** A reading by the schemas of a contract. */
  public TolerantReading(Contract contract) {
    this.document = contract.document();
  }

  /**
   * The value as it is understood.
   *
   * @param schema where the schema of the value stands in the contract
   * @param value decoded from any encoding, with the contract's names ({@link
   *     Contract#canonicalize}); not changed
   */
  public JsonNode read(JsonPointer schema, JsonNode value) {
    return read(Type.at(document, schema), value);
  }

  private static JsonNode read(Type type, JsonNode value) {
    return switch (type.kind()) {
      case OBJECT -> value.isObject() ? members(type, value) : value;
      case DICTIONARY -> value.isObject() ? entries(type.values(), value) : value;
      case ARRAY -> value.isArray() ? items(type.items(), value) : value;
      case INTEGER, BOOLEAN, STRING -> TolerantScalars.read(type, value);
      case ANY -> value;
    };
  }

  private static JsonNode members(Type type, JsonNode value) {
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    for (var sent : value.properties()) {
      String name = sent.getKey();
      members.set(name, read(type.property(name).orElseGet(type::any), sent.getValue()));
    }
    for (JsonNode required : type.schema().path("required")) {
      String name = required.asText();
      if (!members.hasNonNull(name)) {
        type.property(name)
            .flatMap(TolerantScalars::defaultOf)
            .ifPresent(byDefault -> members.set(name, byDefault));
      }
    }
    return members;
  }

  private static JsonNode entries(Type values, JsonNode value) {
    ObjectNode entries = JsonNodeFactory.instance.objectNode();
    value
        .properties()
        .forEach(entry -> entries.set(entry.getKey(), read(values, entry.getValue())));
    return entries;
  }

  private static JsonNode items(Type item, JsonNode value) {
    ArrayNode items = JsonNodeFactory.instance.arrayNode();
    value.forEach(element -> items.add(read(item, element)));
    return items;
  }
}
