package dev.erpsync.spec.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The characters that XML 1.0 can hold. Others are rejected in requests of every encoding, because
 * a response in XML could not return them. (D9, D10)
 */
public final class XmlCharacters {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlCharacters() {}

  /** Returns whether XML can hold every character of a text; half a surrogate pair is none. */
  public static boolean canHold(String text) {
    return text.codePoints().allMatch(XmlCharacters::canHold);
  }

  /** Returns a text with U+FFFD in place of every character that XML cannot hold. */
  public static String replaced(String text) {
    return canHold(text)
        ? text
        : text.codePoints()
            .map(c -> canHold(c) ? c : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** Returns a copy of a value with all its texts and names as {@link #replaced(String)}. */
  public static JsonNode replaced(JsonNode value) {
    if (value.isTextual()) {
      return TextNode.valueOf(replaced(value.textValue()));
    }
    if (value.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> items.add(replaced(item)));
      return items;
    }
    if (value.isObject()) {
      ObjectNode members = JsonNodeFactory.instance.objectNode();
      value.properties().forEach(m -> members.set(replaced(m.getKey()), replaced(m.getValue())));
      return members;
    }
    return value;
  }

  /** XML 1.0, production 2 (Char). */
  static boolean canHold(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
