package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.given.EntityNames;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Which connectors and connections of a target play those of a sample.
 *
 * @param connectors ids of the target by the id that the sample has
 * @param connections the same of connections
 */
record Counterparts(Map<Integer, Integer> connectors, Map<Integer, Integer> connections) {
  /** What nobody has yet: ids are assigned upwards. */
  private static final int NOBODY = Integer.MAX_VALUE - (1 << 20);

  /** The same value with the ids of the target; an id that the state lacks is one of nobody. */
  JsonNode in(JsonNode value) {
    JsonNode copy = value.deepCopy();
    replace(copy);
    return copy;
  }

  /** The same query with the ids of the target. */
  String in(String query) {
    StringBuilder copy = new StringBuilder();
    for (String pair : query.split("&", -1)) {
      int end = pair.indexOf('=');
      String name = end < 0 ? pair : pair.substring(0, end);
      String value = end < 0 ? "" : decoded(pair.substring(end + 1));
      copy.append(copy.isEmpty() ? "" : "&")
          .append(
              value.matches("[0-9]{1,9}") ? name + "=" + id(name, Integer.parseInt(value)) : pair);
    }
    return copy.toString();
  }

  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8).strip();
    } catch (IllegalArgumentException e) {
      return value;
    }
  }

  private void replace(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (String name : object.propertyStream().map(Map.Entry::getKey).toList()) {
        JsonNode value = object.path(name);
        if (value.isInt()) {
          object.put(name, id(name, value.intValue()));
        } else if (value instanceof ArrayNode list) {
          replaceItems(name, list);
        } else {
          replace(value);
        }
      }
    } else {
      node.forEach(this::replace);
    }
  }

  private void replaceItems(String name, ArrayNode list) {
    for (int i = 0; i < list.size(); i++) {
      if (list.path(i).isInt()) {
        list.set(i, IntNode.valueOf(id(name, list.path(i).intValue())));
      } else {
        replace(list.path(i));
      }
    }
  }

  /** The target's id for one that stands under a name. */
  int id(String name, int id) {
    if (EntityNames.isConnection(name)) {
      return id(connections, id);
    }
    return EntityNames.isConnector(name) ? id(connectors, id) : id;
  }

  /** Whether the target has something for an id that stands under a name. */
  boolean has(String name, int id) {
    return of(name).containsKey(id);
  }

  /** From now on the target has this for an id that stands under a name. */
  void put(String name, int id, int target) {
    of(name).put(id, target);
  }

  private Map<Integer, Integer> of(String name) {
    return EntityNames.isConnection(name) ? connections : connectors;
  }

  private static int id(Map<Integer, Integer> ids, int id) {
    return id < 1 ? id : ids.getOrDefault(id, NOBODY + id % (1 << 20));
  }
}
