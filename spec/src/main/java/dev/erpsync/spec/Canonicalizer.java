package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives the properties of a value the names that the contract has, at any depth. Names match in any
 * letter case, because the vendor's own client sends {@code erpKey} for {@code ErpKey}; the keys of
 * dictionaries are data and stay (D4). A number where the contract has {@code x-numeric-input}
 * becomes its text (D18).
 *
 * <p>One instance for one value. A value that has the exact names is only read.
 */
final class Canonicalizer {
  /** Enough to see what is wrong, however many there are. */
  private static final int MOST = 100;

  private final Contract contract;
  private final List<Violation> otherCase = new ArrayList<>();
  private final List<Violation> duplicates = new ArrayList<>();

  Canonicalizer(Contract contract) {
    this.contract = contract;
  }

  /** Changes the value. */
  NameMatches value(JsonNode schema, JsonNode value) {
    walk(schema, value, "");
    return matches();
  }

  /** Changes paths and values of a JSON Patch that makes a value of the schema. */
  NameMatches patch(JsonNode schema, JsonNode patch) {
    for (int i = 0; i < patch.size(); i++) {
      if (patch.get(i) instanceof ObjectNode operation) {
        operation(schema, operation, "/" + i);
      }
    }
    return matches();
  }

  private NameMatches matches() {
    return new NameMatches(List.copyOf(otherCase), List.copyOf(duplicates));
  }

  private void operation(JsonNode schema, ObjectNode operation, String at) {
    JsonNode type = schema;
    for (String member : List.of("from", "path")) {
      if (operation.path(member).isTextual()) {
        type = path(schema, operation, member, at + "/" + member);
      }
    }
    walk(type, operation.path("value"), at + "/value");
  }

  /** Spells a path, and returns the schema of the place that it names. */
  private JsonNode path(JsonNode schema, ObjectNode operation, String member, String at) {
    String[] tokens = operation.path(member).textValue().split("/", -1);
    JsonNode type = schema;
    for (int i = 1; i < tokens.length; i++) {
      JsonNode known = contract.resolve(type).path("properties");
      String canonical = canonical(known, tokens[i]);
      if (!canonical.equals(tokens[i])) {
        report(otherCase, at, "letterCase", otherCase(canonical, tokens[i]), operation.get(member));
      }
      tokens[i] = canonical;
      type = child(type, canonical);
    }
    operation.put(member, String.join("/", tokens));
    return type;
  }

  /** What the contract does not describe is left alone, and costs nothing. */
  private void walk(JsonNode reference, JsonNode value, String at) {
    if (reference.isMissingNode()) {
      return;
    }
    if (value instanceof ObjectNode object) {
      members(contract.resolve(reference), object, at);
    } else if (value.isArray()) {
      JsonNode items = contract.resolve(reference).path("items");
      for (int i = 0; i < value.size() && items.isObject(); i++) {
        if (value.get(i).isContainerNode()) {
          walk(items, value.get(i), at + "/" + i);
        }
      }
    }
  }

  private void members(JsonNode schema, ObjectNode object, String at) {
    JsonNode known = schema.path("properties");
    if (object.properties().stream()
        .anyMatch(each -> !canonical(known, each.getKey()).equals(each.getKey()))) {
      rename(known, object, at);
    }
    for (var property : object.properties()) {
      JsonNode value = property.getValue();
      if (value.isContainerNode()) {
        JsonNode type = child(schema, property.getKey());
        if (!type.isMissingNode()) {
          walk(type, value, at + "/" + escaped(property.getKey()));
        }
      } else if (value.isNumber()
          && child(schema, property.getKey()).path("x-numeric-input").booleanValue()) {
        property.setValue(TextNode.valueOf(value.asText()));
      }
    }
  }

  /** Of two properties with one name the later one stays. */
  private void rename(JsonNode known, ObjectNode object, String at) {
    Map<String, JsonNode> sent = new LinkedHashMap<>();
    object.properties().forEach(property -> sent.put(property.getKey(), property.getValue()));
    object.removeAll();
    Map<String, String> spellings = new LinkedHashMap<>();
    sent.forEach(
        (name, value) -> {
          String canonical = canonical(known, name);
          String pointer = at + "/" + escaped(name);
          String before = spellings.putIfAbsent(canonical, name);
          if (before != null) {
            String message = "given twice, as %s and %s".formatted(before, name);
            report(duplicates, pointer, "uniqueNames", message, value);
          }
          if (!canonical.equals(name)) {
            report(otherCase, pointer, "letterCase", otherCase(canonical, name), value);
          }
          object.set(canonical, value);
        });
  }

  private static void report(
      List<Violation> to, String pointer, String rule, String message, JsonNode found) {
    if (to.size() < MOST) {
      to.add(new Violation(pointer, rule, message, Violation.typeOf(found)));
    }
  }

  private static String otherCase(String canonical, String name) {
    return "the name is %s, not %s".formatted(canonical, name);
  }

  /** The contract's spelling of a name, or the name itself. */
  private static String canonical(JsonNode known, String name) {
    if (known.isMissingNode() || known.has(name)) {
      return name;
    }
    Optional<String> other =
        known.propertyStream().map(Map.Entry::getKey).filter(name::equalsIgnoreCase).findFirst();
    return other.orElse(name);
  }

  /** The schema of a part of a value. */
  private JsonNode child(JsonNode reference, String token) {
    JsonNode schema = contract.resolve(reference);
    JsonNode named = schema.path("properties").path(token);
    JsonNode others = named.isMissingNode() ? schema.path("additionalProperties") : named;
    return contract.resolve(others.isMissingNode() ? schema.path("items") : others);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
