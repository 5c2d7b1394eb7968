package dev.erpsync.spec.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;

/** Scalars of one type that mean one of another. (D3, D4) */
final class TolerantScalars {
  private TolerantScalars() {}

  /** The scalar of the type that is meant; the value itself when none is. */
  static JsonNode read(Type type, JsonNode value) {
    boolean plainText = type.kind() == Type.Kind.STRING && !type.schema().has("enum");
    if (plainText) {
      return value.isNumber() || value.isBoolean() ? TextNode.valueOf(value.asText()) : value;
    }
    if (value.isTextual() && value.textValue().isBlank()) {
      return NullNode.instance;
    }
    return switch (type.kind()) {
      case INTEGER -> value.isTextual() ? literal(type, value) : value;
      case BOOLEAN -> bool(type, value);
      default -> member(type, value).orElse(value);
    };
  }

  /** What a required property of this type is when it was not sent; empty when it must be sent. */
  static Optional<JsonNode> defaultOf(Type type) {
    if (type.nullable()) {
      return Optional.empty();
    }
    return switch (type.kind()) {
      case INTEGER -> Optional.of(IntNode.valueOf(0));
      case BOOLEAN -> Optional.of(BooleanNode.FALSE);
      case STRING ->
          type.schema().has("enum")
              ? member(type, IntNode.valueOf(0))
              : Optional.<JsonNode>of(TextNode.valueOf(""))
                  .filter(empty -> type.schema().path("minLength").asInt() == 0);
      default -> Optional.empty();
    };
  }

  private static JsonNode literal(Type type, JsonNode text) {
    JsonNode read = Literals.read(type, text.textValue().strip());
    return read.isTextual() ? text : read;
  }

  private static JsonNode bool(Type type, JsonNode value) {
    if (value.isNumber()) {
      return BooleanNode.valueOf(value.decimalValue().signum() != 0);
    }
    if (!value.isTextual()) {
      return value;
    }
    String text = value.textValue().strip();
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
    }
    return literal(type, value);
  }

  /** The member that is named in any letter case, or by its number, as a number or in digits. */
  private static Optional<JsonNode> member(Type type, JsonNode value) {
    JsonNode names = type.schema().path("enum");
    JsonNode numbers = type.schema().path("x-enum-values");
    String text = value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
    for (int i = 0; i < names.size(); i++) {
      boolean named = value.isTextual() && names.get(i).asText().equalsIgnoreCase(text);
      if (named || (numbers.has(i) && numbers.get(i).asText().equals(text))) {
        return Optional.of(names.get(i));
      }
    }
    return Optional.empty();
  }
}
