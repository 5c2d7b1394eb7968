package dev.erpsync.conformance.stub;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.replay.Difference;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares what a client sent with what is documented. A property that is null and one that is
 * absent mean the same (D22); in a form, so do those that are empty (D11).
 */
final class SameMeaning {
  private final boolean form;

  /**
   * A comparison.
   *
   * @param form whether the client sent a form
   */
  SameMeaning(boolean form) {
    this.form = form;
  }

  /** Where another value was sent, by JSON pointer. */
  List<Difference> compare(JsonNode documented, JsonNode sent) {
    List<Difference> differences = new ArrayList<>();
    walk(said(documented), said(sent), JsonPointer.empty(), differences);
    return differences;
  }

  private void walk(JsonNode documented, JsonNode sent, JsonPointer at, List<Difference> into) {
    if (documented.isObject() && sent.isObject()) {
      documented
          .properties()
          .forEach(
              each ->
                  walk(
                      each.getValue(),
                      sent.path(each.getKey()),
                      at.appendProperty(each.getKey()),
                      into));
      for (var each : sent.properties()) {
        if (!documented.has(each.getKey())) {
          into.add(difference(at.appendProperty(each.getKey()), "nothing", each.getValue()));
        }
      }
    } else if (documented.isArray() && sent.isArray()) {
      for (int i = 0; i < Math.max(documented.size(), sent.size()); i++) {
        walk(documented.path(i), sent.path(i), at.appendIndex(i), into);
      }
    } else if (!documented.equals(sent)) {
      into.add(difference(at, told(documented), sent));
    }
  }

  private static Difference difference(JsonPointer at, String expected, JsonNode sent) {
    return new Difference(at.toString(), expected, told(sent));
  }

  private static String told(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value.toString();
  }

  /** The value without what says nothing. */
  private JsonNode said(JsonNode value) {
    if (value.isArray()) {
      ArrayNode items = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> items.add(said(item)));
      return items;
    }
    if (!value.isObject()) {
      return value;
    }
    ObjectNode members = JsonNodeFactory.instance.objectNode();
    for (var member : value.properties()) {
      JsonNode said = said(member.getValue());
      if (!said.isNull() && !(form && said.isContainerNode() && said.isEmpty())) {
        members.set(member.getKey(), said);
      }
    }
    return members;
  }
}
