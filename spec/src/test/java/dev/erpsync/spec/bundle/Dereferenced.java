package dev.erpsync.spec.bundle;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A document with every reference replaced by what it points at, however it is cut into files. */
final class Dereferenced {
  private final Path file;
  private final Map<Path, JsonNode> files = new HashMap<>();

  Dereferenced(Path file) {
    this.file = file;
  }

  JsonNode of(String pointer) {
    return resolve(file, at(file, pointer));
  }

  private JsonNode resolve(Path in, JsonNode node) {
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(resolve(in, item)));
      return items;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.path("$ref").isTextual()) {
      Reference reference = Reference.of(in, node.get("$ref").textValue());
      return resolve(reference.file(), at(reference.file(), reference.fragment()));
    }
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(e -> members.set(e.getKey(), resolve(in, e.getValue())));
    return members;
  }

  private JsonNode at(Path in, String pointer) {
    return files.computeIfAbsent(in, Yaml::read).at(JsonPointer.compile(pointer));
  }
}
