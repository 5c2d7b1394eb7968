package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.replay.SavedEntity;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connections and connectors that must have been there before the recording began. */
final class MissingEntities {
  private static final SavedEntity CONNECTION = SavedEntity.CONNECTION;
  private static final SavedEntity CONNECTOR = SavedEntity.CONNECTOR;
  private static final String DELETED = "Deleted";

  /** Stands for a connector of which the recording does not show the id. */
  private static final int SOME_CONNECTOR = Integer.MAX_VALUE;

  /** What can be saved, and does not depend on who is allowed to. */
  private static final List<String> SAVED =
      List.of(
          "DisplayName",
          "DisplayDescription",
          "Active",
          "MostRecentTimestamp",
          "ConfigFields",
          "URL");

  private final Map<Integer, Integer> connectors = new HashMap<>();

  /**
   * Of one recording.
   *
   * @param recording all of it: later exchanges may show of which connector a connection is
   */
  MissingEntities(List<Exchanged> recording) {
    for (Exchanged each : recording) {
      Entity.in(each).forEach((entity, place) -> note(entity, place.properties()));
    }
  }

  private void note(Entity entity, JsonNode properties) {
    int connector = properties.path(CONNECTOR.id()).asInt();
    if (entity.kind().equals(CONNECTION) && connector > 0) {
      connectors.putIfAbsent(entity.id(), connector);
    }
  }

  /**
   * Adds what is missing to a state.
   *
   * @param given a state that explains the response
   */
  void addTo(ObjectNode rows, JsonNode given, Exchanged exchanged, Sides sides) {
    Map<Entity, Entity.Place> described = Entity.in(exchanged);
    Set<Entity> named = Entity.named(exchanged.arguments());
    Set<Entity> missing = new LinkedHashSet<>(named);
    missing.removeIf(entity -> entity.kind().equals(CONNECTION) || sides.has(entity));
    boolean isNewConnector = !missing.isEmpty();
    for (JsonNode row : given.path(CONNECTION.list())) {
      Entity connection = Entity.connection(row.path(CONNECTION.id()).asInt());
      JsonNode known = known(connection, described, sides);
      boolean isNamed = named.contains(connection);
      boolean isMeant =
          isNamed
              || isNewConnector
              || (described.containsKey(connection) && !known.path(DELETED).asBoolean());
      if (connection.id() > 0 && isMeant && !sides.has(connection)) {
        int shown = isNewConnector ? row.path(CONNECTOR.id()).asInt() : SOME_CONNECTOR;
        Entity connector = Entity.connector(connectors.getOrDefault(connection.id(), shown));
        missing.add(connector);
        rows.withArrayProperty(CONNECTION.list())
            .add(
                saved(known)
                    .put(CONNECTION.id(), connection.id())
                    .put(CONNECTOR.id(), connector.id())
                    .put("AllAccess", true));
      }
    }
    missing.removeIf(sides::has);
    for (Entity connector : missing) {
      ObjectNode row = saved(known(connector, described, sides));
      row.put(CONNECTOR.id(), connector.id());
      row.putIfAbsent("DisplayName", row.textNode("Connector of a recording"));
      rows.withArrayProperty(CONNECTOR.list()).add(row);
    }
  }

  /** The rows of entities of which nothing was known. */
  static ObjectNode unknown(ObjectNode rows, JsonNode recorded) {
    ObjectNode unknown = rows.deepCopy();
    for (SavedEntity kind : List.of(CONNECTION, CONNECTOR)) {
      for (var each = unknown.path(kind.list()).iterator(); each.hasNext(); ) {
        Entity entity = new Entity(kind, each.next().path(kind.id()).asInt());
        if (!entity.row(recorded).isMissingNode()) {
          each.remove();
        }
      }
    }
    return unknown;
  }

  /** What is known of an entity: from exchanges before, or from the response itself. */
  private static JsonNode known(Entity entity, Map<Entity, Entity.Place> described, Sides sides) {
    JsonNode row = entity.row(sides.recorded());
    return row.isMissingNode() && described.containsKey(entity)
        ? described.get(entity).properties()
        : row;
  }

  private static ObjectNode saved(JsonNode known) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (String name : SAVED) {
      if (known.hasNonNull(name)) {
        row.set(name, known.path(name));
      }
    }
    return row;
  }
}
