package dev.erpsync.conformance.own.languages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a typed client can tell of a value: a property that is null, and one that is absent, mean
 * the same.
 */
final class Said {
  private Said() {}

  /** The value without properties that are null. */
  static JsonNode by(JsonNode value) {
    if (value.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> items.add(by(item)));
      return items;
    }
    if (value.isObject()) {
      ObjectNode members = JsonNodeFactory.instance.objectNode();
      for (var member : value.properties()) {
        if (!member.getValue().isNull()) {
          members.set(member.getKey(), by(member.getValue()));
        }
      }
      return members;
    }
    return value;
  }
}
