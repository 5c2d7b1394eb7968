package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Texts that can be stored and read back: JSON can escape halves of characters, UTF-8 cannot hold
 * them.
 */
final class Text {
  private Text() {}

  /** Whether every text in a value, names included, consists of whole characters. */
  static boolean isWhole(JsonNode value) {
    return isWhole(value, StandardCharsets.UTF_8.newEncoder());
  }

  private static boolean isWhole(JsonNode value, CharsetEncoder utf8) {
    if (value.isTextual()) {
      return utf8.canEncode(value.textValue());
    }
    for (var property : value.properties()) {
      if (!utf8.canEncode(property.getKey()) || !isWhole(property.getValue(), utf8)) {
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
}
