package dev.erpsync.spec.codec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;

/**
 * A schema of the contract as encodings see it, references followed.
 *
 * @param document the whole contract
 * @param schema the Schema Object
 * @param component name under which the contract keeps it; empty for a schema written in place
 */
record Type(JsonNode document, JsonNode schema, String component) {
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
    JsonNode schema = document.at(pointer);
    if (schema.isMissingNode()) {
      throw new IllegalArgumentException("the contract has no schema at " + pointer);
    }
    boolean named = SCHEMAS.equals(pointer.head());
    return of(document, schema, named ? pointer.last().getMatchingProperty() : "");
  }

  private static Type of(JsonNode document, JsonNode schema, String component) {
    JsonNode reference = schema.path("$ref");
    return reference.isMissingNode()
        ? new Type(document, schema, component)
        : at(document, JsonPointer.compile(reference.textValue().substring(1)));
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
    return Optional.ofNullable(schema.path("properties").get(name))
        .map(property -> of(document, property, ""));
  }

  /** The type that allows everything. */
  Type any() {
    return new Type(document, JsonNodeFactory.instance.objectNode(), "");
  }

  /** What an array holds. */
  Type items() {
    return of(document, schema.path("items"), "");
  }

  /** What a dictionary holds under each key. */
  Type values() {
    return of(document, schema.path("additionalProperties"), "");
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
