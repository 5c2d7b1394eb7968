package dev.erpsync.conformance.replay;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each operation does, one row for each that is not {@code x-read-only}. Of one without a row
 * nothing can be foreseen.
 */
final class KnownEffects {
  private static final String DELETED = "Deleted";
  private static final String ACTIVE = "Active";
  private static final String PRIORITIES = "SyncPriorities";

  private static final Map<String, Effect> BY_OPERATION =
      Map.ofEntries(
          entry(
              "BreakActorLink",
              Effect.of((state, call) -> LinkRows.remove(links(state), call.arguments()))
                  .shownByBreaking("false")),
          entry("ConnectActor", Effect.of(KnownEffects::connect).shownByBreaking("true", "false")),
          entry(
              "CreateActorLink",
              Effect.of((state, call) -> LinkRows.add(links(state), call.arguments()))
                  .shownByBreaking("true", "false")),
          entry(
              "DeleteConnection",
              Effect.of(
                  (state, call) ->
                      entity(state, SavedEntity.CONNECTION, call, "ErpConnectionId")
                          .ifPresent(gone -> gone.put(DELETED, true).put(ACTIVE, false)))),
          entry(
              "DeleteErpSyncConnectorEntity",
              Effect.of(
                  (state, call) ->
                      entity(state, SavedEntity.CONNECTOR, call, "erpSyncConnectorEntityId")
                          .ifPresent(connector -> connector.put(DELETED, true)))),
          entry("SaveErpConnectionSyncPriorities", Effect.of(KnownEffects::prioritize)),
          entry("SaveConnection", Effect.saving(SavedEntity.CONNECTION)),
          entry("SaveErpSyncConnectorEntity", Effect.saving(SavedEntity.CONNECTOR)),
          entry("ToggleErpConnectionActive", Effect.of(KnownEffects::toggle)),
          entry(
              "TryConnectActor",
              Effect.of(KnownEffects::connect).shownByBreaking("true", "false")));

  private KnownEffects() {}

  /** What the operation does; empty when it only reads, or is not known. */
  static Optional<Effect> of(String operation) {
    return Optional.ofNullable(BY_OPERATION.get(operation));
  }

  private static void connect(ObjectNode state, Effect.Call call) {
    LinkRows.add(links(state), call.arguments());
    FieldRows.write(state, call.arguments());
  }

  /** It answers why nothing was changed; nothing, when something was. (D51) */
  private static void toggle(ObjectNode state, Effect.Call call) {
    if (call.answer().isEmpty()) {
      entity(state, SavedEntity.CONNECTION, call, "ErpConnectionId")
          .ifPresent(connection -> connection.put(ACTIVE, !connection.path(ACTIVE).asBoolean()));
    }
  }

  /** Those that had a priority follow. (D52) */
  private static void prioritize(ObjectNode state, Effect.Call call) {
    ArrayNode order = state.arrayNode();
    call.arguments().path("ErpConnectionIds").forEach(order::add);
    List<JsonNode> first = order.valueStream().toList();
    state.path(PRIORITIES).valueStream().filter(id -> !first.contains(id)).forEach(order::add);
    state.set(PRIORITIES, order);
  }

  /** What an argument names by its id. */
  private static Optional<ObjectNode> entity(
      ObjectNode state, SavedEntity kind, Effect.Call call, String argument) {
    for (JsonNode entity : state.path(kind.list())) {
      if (entity instanceof ObjectNode object
          && entity.path(kind.id()).equals(call.arguments().path(argument))) {
        return Optional.of(object);
      }
    }
    return Optional.empty();
  }

  private static ArrayNode links(ObjectNode state) {
    return state.withArrayProperty("ActorLinks");
  }
}
