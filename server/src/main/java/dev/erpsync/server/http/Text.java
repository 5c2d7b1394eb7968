package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts that can be stored and read back: JSON can escape halves of characters, which UTF-8 cannot
 * hold, and U+0000, which no text of PostgreSQL can.
 */
public final class Text {
  private Text() {}

  /** Whether every text in a value, names included, consists of whole characters but U+0000. */
  public static boolean isWhole(JsonNode value) {
    return isWhole(value, StandardCharsets.UTF_8.newEncoder());
  }

  private static boolean isWhole(JsonNode value, CharsetEncoder utf8) {
    if (value.isTextual()) {
      return isWhole(value.textValue(), utf8);
    }
    for (var property : value.properties()) {
      if (!isWhole(property.getKey(), utf8) || !isWhole(property.getValue(), utf8)) {
        return false;
      }
    }
    for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
      if (!isWhole(element, utf8)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWhole(String text, CharsetEncoder utf8) {
    return text.indexOf('\0') < 0 && utf8.canEncode(text);
  }
}
