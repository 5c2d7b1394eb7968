package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;
import java.util.Map;

/** Names as the contract spells them: clients send properties in other letter cases too. (D4) */
final class Spelling {
  private final Contract contract;

  Spelling(Contract contract) {
    this.contract = contract;
  }

  /** A copy of a value with the names of its schema; keys of dictionaries stay as they are. */
  JsonNode of(JsonNode schema, JsonNode value) {
    JsonNode type = contract.resolve(schema);
    if (value.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> items.add(of(type.path("items"), item)));
      return items;
    }
    if (!value.isObject()) {
      return value;
    }
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    JsonNode known = type.path("properties");
    for (var member : value.properties()) {
      String name = name(known, member.getKey());
      JsonNode part = known.has(name) ? known.path(name) : type.path("additionalProperties");
      members.set(name, of(part, member.getValue()));
    }
    return members;
  }

  private static String name(JsonNode known, String name) {
    return known.has(name)
        ? name
        : known
            .propertyStream()
            .map(Map.Entry::getKey)
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .orElse(name);
  }
}
