package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operation saves, and answers as it is stored then. (D22, D35, D46)
 *
 * @param argument the argument that holds it; empty when it is the body itself
 * @param schema name of its schema
 * @param list where the state has it
 * @param id the property that identifies it; 0 when it is new
 * @param guid a text that identifies it too, is assigned when blank, and never changes
 */
public record SavedEntity(
    String argument, String schema, String list, String id, Optional<String> guid) {
  /** A connection. */
  public static final SavedEntity CONNECTION =
      new SavedEntity(
          "Connection",
          "ErpConnection",
          "Connections",
          "ErpConnectionId",
          Optional.of("ConnectionId"));

  /** A connector. */
  public static final SavedEntity CONNECTOR =
      new SavedEntity(
          "", "ErpSyncConnectorEntity", "Connectors", "ErpConnectorId", Optional.empty());

  /** Rights are made for each answer and not stored. (D18) */
  public static final Set<String> RIGHTS = Set.of("TableRight", "FieldProperties");

  /** The entity as a request to save it has it; a missing node when it does not. */
  public JsonNode sent(JsonNode arguments) {
    return argument.isEmpty() ? arguments : arguments.path(argument);
  }

  /**
   * The properties that a server takes over as they are: neither absent nor null (D22), known to
   * the contract, no rights and no identity.
   */
  Map<String, JsonNode> properties(Contract contract, JsonNode sent) {
    JsonNode known = contract.schema(schema).path("properties");
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    for (var property : sent.properties()) {
      String name = property.getKey();
      boolean own =
          RIGHTS.contains(name) || name.equals(id) || guid.filter(name::equals).isPresent();
      if (known.has(name) && !own && !property.getValue().isNull()) {
        properties.put(name, property.getValue());
      }
    }
    return properties;
  }

  /** The one that it would overwrite, or a missing node. */
  JsonNode stored(JsonNode sent, JsonNode state) {
    for (JsonNode entity : state.path(list)) {
      if (entity.path(id).equals(sent.path(id))) {
        return entity;
      }
    }
    return MissingNode.getInstance();
  }

  /** Names of what the server assigns when it saves what is sent. */
  Set<String> assigned(JsonNode sent, JsonNode before) {
    Set<String> names = new TreeSet<>();
    if (stored(sent, before).isMissingNode()) {
      names.add(id);
      guid.ifPresent(names::add);
    }
    return names;
  }

  /** Identity is as answered; in a new entity so is what was not sent. */
  void save(ObjectNode state, Effect.Call call) {
    JsonNode sent = sent(call.arguments());
    JsonNode stored = stored(sent, state);
    ObjectNode saved = (stored.isObject() ? stored : call.answer()).deepCopy();
    properties(call.contract(), sent).forEach(saved::set);
    identify(saved, id, stored, call.answer());
    guid.ifPresent(name -> identify(saved, name, stored, call.answer()));
    ArrayNode entities = state.withArrayProperty(list);
    Rows.remove(entities, stored::equals);
    entities.add(saved);
  }

  /** A property that is not selected is answered as null. (D8) */
  private static void identify(ObjectNode saved, String name, JsonNode stored, JsonNode answer) {
    saved.set(name, answer.hasNonNull(name) ? answer.path(name) : stored.path(name));
  }
}
