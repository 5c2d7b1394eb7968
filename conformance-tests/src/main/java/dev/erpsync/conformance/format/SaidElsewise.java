package dev.erpsync.conformance.format;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Where a value is no longer what it was. */
final class SaidElsewise {
  private SaidElsewise() {}

  /** Type and place of the first difference, such as {@code the null at /FieldValues}. */
  static String at(JsonNode meant, JsonNode said) {
    return at(meant, said, JsonPointer.empty());
  }

  private static String at(JsonNode meant, JsonNode said, JsonPointer place) {
    if (meant.equals(said)) {
      return "";
    }
    if (meant.isObject() && said.isObject()) {
      for (var member : meant.properties()) {
        JsonNode other = said.path(member.getKey());
        String where = at(member.getValue(), other, place.appendProperty(member.getKey()));
        if (!where.isEmpty()) {
          return where;
        }
      }
    }
    if (meant.isArray() && said.size() == meant.size()) {
      for (int i = 0; i < meant.size(); i++) {
        String where = at(meant.get(i), said.path(i), place.appendIndex(i));
        if (!where.isEmpty()) {
          return where;
        }
      }
    }
    String type = meant.getNodeType().name().toLowerCase(Locale.ROOT);
    return "the %s at %s".formatted(type, place);
  }
}
