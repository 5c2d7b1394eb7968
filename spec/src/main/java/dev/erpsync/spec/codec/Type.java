package dev.erpsync.spec.codec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/**
 * A schema of the contract as encodings see it, references followed.
 *
 * @param document the whole contract
 * @param schema the Schema Object
 * @param component name under which the contract keeps it; empty for a schema written in place
 * @param names how names are matched
 */
record Type(JsonNode document, JsonNode schema, String component, Names names) {
  private static final JsonPointer SCHEMAS = JsonPointer.compile("/components/schemas");

  enum Kind {
    OBJECT,
    DICTIONARY,
    ARRAY,
    INTEGER,
    BOOLEAN,
    STRING,
    /** The contract does not say. */
    ANY
  }

  /** The schema that stands at a place of the contract. */
  static Type at(JsonNode document, JsonPointer pointer) {
    return at(document, pointer, Names.EXACT);
  }

  /** As {@link #at(JsonNode, JsonPointer)}, for a reader that matches names in its own way. */
  static Type at(JsonNode document, JsonPointer pointer, Names names) {
    JsonNode schema = document.at(pointer);
    if (schema.isMissingNode()) {
      throw new IllegalArgumentException("the contract has no schema at " + pointer);
    }
    boolean named = SCHEMAS.equals(pointer.head());
    String component = named ? pointer.last().getMatchingProperty() : "";
    return new Type(document, schema, component, names).resolved();
  }

  private Type part(JsonNode schema) {
    return new Type(document, schema, "", names).resolved();
  }

  private Type resolved() {
    JsonNode all = schema.path("allOf");
    if (all.size() == 1) {
      return part(all.get(0));
    }
    JsonNode reference = schema.path("$ref");
    return reference.isMissingNode()
        ? this
        : at(document, JsonPointer.compile(reference.textValue().substring(1)), names);
  }

  Kind kind() {
    String type = schema.path("type").asText("any");
    return switch (type) {
      case "object" ->
          schema.path("additionalProperties").isObject() ? Kind.DICTIONARY : Kind.OBJECT;
      case "array" -> Kind.ARRAY;
      case "integer" -> Kind.INTEGER;
      case "boolean" -> Kind.BOOLEAN;
      case "string" -> Kind.STRING;
      case "any" -> Kind.ANY;
      default -> throw new IllegalStateException("no encoding is decided for type " + type);
    };
  }

  boolean nullable() {
    return schema.path("nullable").booleanValue();
  }

  /** A property of an object; empty when the contract does not know it. */
  Optional<Type> property(String name) {
    return Optional.ofNullable(schema.path("properties").get(name)).map(this::part);
  }

  /** The contract's spelling of a property's name; empty when it does not know it. */
  Optional<String> spelling(String name) {
    JsonNode properties = schema.path("properties");
    return properties.has(name)
        ? Optional.of(name)
        : properties
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(known -> isSame(known, name))
            .findFirst();
  }

  /** Whether a name that was sent matches one of the contract. */
  boolean isSame(String ours, String sent) {
    return names == Names.EXACT ? ours.equals(sent) : ours.equalsIgnoreCase(sent);
  }

  /** Whether of two values with one name the last one counts. */
  boolean lastCounts() {
    return names == Names.LAST_COUNTS;
  }

  /** The type that allows everything. */
  Type any() {
    return part(JsonNodeFactory.instance.objectNode());
  }

  /** What an array holds. */
  Type items() {
    return part(schema.path("items"));
  }

  /** What a dictionary holds under each key. */
  Type values() {
    return part(schema.path("additionalProperties"));
  }

  /**
   * Name of the element that holds a value of this type where no property names it: as a whole body
   * and as an item of an array.
   */
  String element() {
    String given = schema.at("/xml/name").asText();
    if (!given.isEmpty()) {
      return given;
    }
    boolean named = !component.isEmpty();
    return switch (kind()) {
      case ARRAY -> "ArrayOf" + items().element();
      case INTEGER -> "int";
      case BOOLEAN -> "boolean";
      case STRING -> named && schema.has("enum") ? component : "string";
      case OBJECT, DICTIONARY, ANY -> named ? component : "object";
    };
  }
}
