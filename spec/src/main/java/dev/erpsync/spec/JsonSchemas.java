package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * OpenAPI 3.0 schemas as JSON Schema draft 4, of which they are a dialect: {@code nullable} becomes
 * a type of its own. The validator's own reading of {@code nullable} lets null elements into a
 * nullable array. Where {@code nullable} stands beside a reference, the schema is copied in its
 * place.
 */
final class JsonSchemas {
  private final JsonNode document;

  private JsonSchemas(JsonNode document) {
    this.document = document;
  }

  /** A copy of an OpenAPI document in which every schema is JSON Schema, in the same place. */
  static JsonNode of(JsonNode document) {
    return new JsonSchemas(document).converted(document);
  }

  private JsonNode converted(JsonNode node) {
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(converted(item)));
      return items;
    }
    if (!node.isObject()) {
      return node;
    }
    boolean nullable = node.path("nullable").booleanValue();
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    referred(node, nullable)
        .properties()
        .forEach(member -> members.set(member.getKey(), converted(member.getValue())));
    if (nullable) {
      admitNull(members);
    }
    return members;
  }

  private JsonNode referred(JsonNode schema, boolean nullable) {
    JsonNode reference = schema.at("/allOf/0/$ref");
    return nullable && reference.isTextual()
        ? document.at(JsonPointer.compile(reference.textValue().substring(1)))
        : schema;
  }

  private static void admitNull(ObjectNode schema) {
    schema.remove("nullable");
    JsonNode type = schema.get("type");
    if (type != null) {
      schema.putArray("type").add(type).add("null");
    }
    if (schema.get("enum") instanceof ArrayNode values) {
      values.addNull();
    }
  }
}
