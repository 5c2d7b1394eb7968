package dev.erpsync.conformance.drift;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.review.diff.UnusableContractException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes {@code allOf} out. One description uses it to share properties, or to make a reference
 * nullable, where the other repeats the properties; both mean the same object.
 */
final class FlatSchemas {
  private static final int DEEPEST = 32;
  private static final String LOCAL = "#/";
  private static final Set<String> NO_SCHEMAS = Set.of("example", "examples");

  private final JsonNode document;

  /** Names of the new components by what they are made of, so that a schema may hold itself. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, JsonNode> components = new LinkedHashMap<>();

  private FlatSchemas(JsonNode document) {
    this.document = document;
  }

  /**
   * Replaces each schema with {@code allOf} by a reference to a component that has the keywords of
   * all members.
   *
   * @param document is changed
   * @throws UnusableContractException when members refer to each other in circles
   */
  static void in(ObjectNode document) {
    var flat = new FlatSchemas(document.deepCopy());
    flat.flatten(document);
    if (!flat.components.isEmpty()) {
      document.withObject("/components/schemas").setAll(flat.components);
    }
  }

  private void flatten(JsonNode node) {
    if (node instanceof ObjectNode schema && schema.path("allOf").isArray()) {
      String name = component(schema);
      schema.removeAll();
      schema.put("$ref", "#/components/schemas/" + name);
    } else if (node.isObject()) {
      for (var member : node.properties()) {
        if (!NO_SCHEMAS.contains(member.getKey())) {
          flatten(member.getValue());
        }
      }
    } else {
      node.forEach(this::flatten);
    }
  }

  private String component(ObjectNode schema) {
    String key = schema.toString();
    String known = names.get(key);
    if (known != null) {
      return known;
    }
    String name = "allOf-" + names.size();
    names.put(key, name);
    ObjectNode flat = merged(schema, 0);
    flatten(flat);
    components.put(name, flat);
    return name;
  }

  private ObjectNode merged(ObjectNode schema, int depth) {
    ObjectNode merged = schema.deepCopy();
    merged.remove("allOf");
    for (JsonNode member : schema.path("allOf")) {
      if (target(member, depth) instanceof ObjectNode object) {
        add(merged, merged(object, depth + 1));
      }
    }
    return merged;
  }

  private JsonNode target(JsonNode member, int depth) {
    if (depth > DEEPEST) {
      throw new UnusableContractException("allOf goes in circles");
    }
    String ref = member.path("$ref").asText();
    return ref.startsWith(LOCAL)
        ? target(document.at(JsonPointer.compile(ref.substring(1))), depth + 1)
        : member;
  }

  /** The schema's own keywords win: they are about this place. */
  private static void add(ObjectNode schema, ObjectNode member) {
    for (var keyword : member.properties()) {
      JsonNode own = schema.path(keyword.getKey());
      JsonNode value = keyword.getValue();
      if (own.isMissingNode()) {
        schema.set(keyword.getKey(), value);
      } else if (keyword.getKey().equals("properties") && own instanceof ObjectNode properties) {
        value.properties().forEach(p -> properties.putIfAbsent(p.getKey(), p.getValue()));
      } else if (keyword.getKey().equals("required") && own instanceof ArrayNode required) {
        Set<String> all = new TreeSet<>();
        required.forEach(name -> all.add(name.asText()));
        value.forEach(name -> all.add(name.asText()));
        required.removeAll();
        all.forEach(required::add);
      }
    }
  }
}
