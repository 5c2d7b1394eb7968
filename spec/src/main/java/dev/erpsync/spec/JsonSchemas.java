package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * OpenAPI 3.0 schemas as JSON Schema draft 4, of which they are a dialect: {@code nullable} becomes
 * a type of its own. The validator's own reading of {@code nullable} lets null elements into a
 * nullable array.
 */
final class JsonSchemas {
  private JsonSchemas() {}

  /** A copy of an OpenAPI document in which every schema is JSON Schema, in the same place. */
  static JsonNode of(JsonNode node) {
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(of(item)));
      return items;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(member -> members.set(member.getKey(), of(member.getValue())));
    if (node.path("nullable").booleanValue()) {
      admitNull(members);
    }
    return members;
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
