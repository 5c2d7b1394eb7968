package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What a broken rule asks for, with everything that is allowed instead, taken from the schema. The
 * library's own messages quote values and leave limits out. (D5)
 */
final class Wording {
  private Wording() {}

  /**
   * The words for one rule.
   *
   * @param schema the schema, as JSON Schema draft 4
   * @param rule the keyword of it that is broken
   * @param otherwise the words for a rule that the contract has never had
   */
  static String of(JsonNode schema, String rule, String otherwise) {
    JsonNode limit = schema.path(rule);
    return switch (rule) {
      case "type" -> schema.has("enum") ? members(schema.path("enum")) : "not " + type(limit);
      case "enum" -> members(limit);
      case "required" -> "required";
      case "additionalProperties" -> unknown(schema);
      case "format" -> format(limit.asText());
      case "minimum" -> "less than " + limit.asText();
      case "maximum" -> "more than " + limit.asText();
      case "minLength" -> "shorter than " + counted(limit, "character");
      case "maxLength" -> "longer than " + counted(limit, "character");
      case "minItems" -> "fewer than " + counted(limit, "item");
      case "maxItems" -> "more than " + counted(limit, "item");
      case "pattern" -> "not of the form " + limit.asText();
      default -> otherwise;
    };
  }

  /** The words for a property that a schema does not know. */
  static String unknown(JsonNode schema) {
    var known = new StringJoiner(", ", "unknown; known are ", "").setEmptyValue("unknown");
    schema.path("properties").fieldNames().forEachRemaining(known::add);
    return known.toString();
  }

  private static String members(JsonNode values) {
    List<String> members = new ArrayList<>();
    values.forEach(value -> members.add(value.asText()));
    return "not one of " + String.join(", ", members);
  }

  private static String type(JsonNode type) {
    if (type.isArray()) {
      return type(type.get(0)) + " or null";
    }
    String name = type.asText();
    return ("aeio".indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name;
  }

  private static String format(String format) {
    return format.equals(Int32Format.NAME)
        ? "not from %d to %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE)
        : "not in the format " + format;
  }

  private static String counted(JsonNode limit, String what) {
    return limit.asText() + " " + what + (limit.asInt() == 1 ? "" : "s");
  }
}
