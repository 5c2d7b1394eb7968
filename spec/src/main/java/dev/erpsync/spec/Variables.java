package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values by the names under which a {@link Scenario} writes them, as <code>${id}</code>. A text
 * that is nothing else becomes the value with its type; within a longer text its text stands.
 * Immutable.
 */
public final class Variables {
  /** A connector that is there. */
  public static final String CONNECTOR = "connector";

  /** A text that no other run of a scenario has. */
  public static final String UNIQUE = "unique";

  /** Number of the caller in a race, from 1; 1 where there is none. */
  public static final String CALLER = "caller";

  private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

  private final Map<String, JsonNode> values;

  private Variables(Map<String, JsonNode> values) {
    this.values = values;
  }

  /** None. */
  public static Variables none() {
    return new Variables(Map.of());
  }

  /** Some value for each of these names. */
  static Variables anything(Set<String> names) {
    Map<String, JsonNode> values = new HashMap<>();
    names.forEach(name -> values.put(name, JsonNodeFactory.instance.numberNode(1)));
    return new Variables(values);
  }

  /** The names that are used somewhere in a value. */
  static Set<String> used(JsonNode node) {
    Set<String> names = new TreeSet<>();
    if (node.isTextual()) {
      NAME.matcher(node.textValue()).results().forEach(match -> names.add(match.group(1)));
    }
    node.forEach(part -> names.addAll(used(part)));
    return names;
  }

  /** As these, with another value. */
  public Variables with(String name, JsonNode value) {
    Map<String, JsonNode> more = new HashMap<>(values);
    more.put(name, value);
    return new Variables(Map.copyOf(more));
  }

  Set<String> names() {
    return values.keySet();
  }

  /** A copy with values in the place of names. */
  JsonNode in(JsonNode node) {
    if (node.isTextual()) {
      return in(node.textValue());
    }
    if (node.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> items.add(in(item)));
      return items;
    }
    if (node.isObject()) {
      ObjectNode members = JsonNodeFactory.instance.objectNode();
      node.properties().forEach(member -> members.set(member.getKey(), in(member.getValue())));
      return members;
    }
    return node;
  }

  private JsonNode in(String text) {
    Matcher whole = NAME.matcher(text);
    if (whole.matches()) {
      return value(whole.group(1));
    }
    return TextNode.valueOf(
        whole.replaceAll(match -> Matcher.quoteReplacement(value(match.group(1)).asText())));
  }

  private JsonNode value(String name) {
    JsonNode value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing is remembered as " + name);
    }
    return value;
  }
}
