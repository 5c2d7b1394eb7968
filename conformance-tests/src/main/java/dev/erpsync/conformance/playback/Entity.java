package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.given.EntityNames;
import dev.erpsync.conformance.replay.SavedEntity;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A connection or a connector.
 *
 * @param kind which of both
 * @param id of the server that is spoken of
 */
record Entity(SavedEntity kind, int id) {
  /** Its responses have ids of connectors under a name that says nothing. */
  private static final String LIST_OF_CONNECTORS = "GetAllConnectors";

  private static final String READS_CONFIGURATION = "GetErpConnectionConfigFields";

  /**
   * Where a response describes an entity.
   *
   * @param pointer of the object, in the body
   * @param properties of the object
   */
  record Place(String pointer, JsonNode properties) {}

  static Entity connection(int id) {
    return new Entity(SavedEntity.CONNECTION, id);
  }

  static Entity connector(int id) {
    return new Entity(SavedEntity.CONNECTOR, id);
  }

  /** The entities that a response describes. */
  static Map<Entity, Place> in(Exchanged exchanged) {
    Map<Entity, Place> places = new LinkedHashMap<>();
    JsonNode value = exchanged.value();
    String operation = exchanged.operation().id();
    if (operation.equals(READS_CONFIGURATION) && value.isObject()) {
      JsonNode configured = JsonNodeFactory.instance.objectNode().set("ConfigFields", value);
      only(exchanged).ifPresent(each -> places.put(each, new Place("", configured)));
    } else if (value instanceof ArrayNode rows) {
      for (int i = 0; i < rows.size(); i++) {
        var place = new Place("/" + i, rows.get(i));
        of(operation, rows.get(i)).ifPresent(each -> places.put(each, place));
      }
    } else if (value.isObject()) {
      of(operation, value)
          .or(() -> only(exchanged))
          .ifPresent(each -> places.put(each, new Place("", value)));
    }
    return places;
  }

  /** The entities that the arguments of a call name. */
  static Set<Entity> named(JsonNode arguments) {
    Set<Entity> named = new LinkedHashSet<>();
    for (var argument : arguments.properties()) {
      JsonNode value = argument.getValue();
      for (JsonNode each :
          value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value)) {
        if (each.isObject()) {
          named.addAll(named(each));
        } else if (each.isInt() && each.intValue() > 0) {
          of(argument.getKey(), each.intValue()).ifPresent(named::add);
        }
      }
    }
    return named;
  }

  /** What a state has stored of it; missing when it does not have it. */
  JsonNode row(JsonNode state) {
    for (JsonNode row : state.path(kind.list())) {
      if (row instanceof ObjectNode && row.path(kind.id()).asInt() == id) {
        return row;
      }
    }
    return MissingNode.getInstance();
  }

  /** The only entity that a call names; what it returns describes that one. */
  private static Optional<Entity> only(Exchanged exchanged) {
    Set<Entity> named = named(exchanged.arguments());
    return named.size() == 1 ? named.stream().findFirst() : Optional.empty();
  }

  private static Optional<Entity> of(String operation, JsonNode object) {
    if (operation.equals(LIST_OF_CONNECTORS)) {
      return of(SavedEntity.CONNECTOR, object.path("Id"));
    }
    return of(SavedEntity.CONNECTION, object.path(SavedEntity.CONNECTION.id()))
        .or(() -> of(SavedEntity.CONNECTOR, object.path(SavedEntity.CONNECTOR.id())));
  }

  private static Optional<Entity> of(SavedEntity kind, JsonNode id) {
    return id.isInt() && id.intValue() > 0
        ? Optional.of(new Entity(kind, id.intValue()))
        : Optional.empty();
  }

  private static Optional<Entity> of(String name, int id) {
    if (EntityNames.isConnection(name)) {
      return Optional.of(connection(id));
    }
    return EntityNames.isConnector(name) ? Optional.of(connector(id)) : Optional.empty();
  }

  @Override
  public String toString() {
    return (kind.equals(SavedEntity.CONNECTION) ? "connection " : "connector ") + id;
  }
}
