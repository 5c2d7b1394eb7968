package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Texts that can be stored and read back: JSON can escape halves of characters, which UTF-8 cannot
 * hold, and U+0000, which no text of PostgreSQL can.
 */
public final class Text {
  private Text() {}

  /** Whether every text in a value, names included, consists of whole characters but U+0000. */
  public static boolean isWhole(JsonNode value) {
    if (value.isTextual()) {
      return isWhole(value.textValue());
    }
    for (var property : value.properties()) {
      if (!isWhole(property.getKey()) || !isWhole(property.getValue())) {
        return false;
      }
    }
    for (JsonNode element : value.isArray() ? value : List.<JsonNode>of()) {
      if (!isWhole(element)) {
        return false;
      }
    }
    return true;
  }

  /** A half that stands alone is a code point of its own. */
  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
  }
}
