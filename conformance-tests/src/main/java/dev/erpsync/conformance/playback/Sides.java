package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.replay.Echo;
import dev.erpsync.conformance.replay.Effects;
import dev.erpsync.conformance.replay.SavedEntity;
import dev.erpsync.conformance.state.MadeState;
import dev.erpsync.spec.Contract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What is stored on the recorded server and on the target, as far as the exchanges so far tell, and
 * which ids stand for each other. Not thread-safe.
 */
final class Sides {
  private final Contract contract;
  private final Effects effects;
  private final MadeState made;
  private final Set<Entity> created = new HashSet<>();
  private final Map<String, String> guids = new HashMap<>();
  private final List<JsonNode> guessed = new ArrayList<>();
  private final ObjectNode recorded = JsonNodeFactory.instance.objectNode();
  private final ObjectNode target;

  /**
   * Two sides of which nothing is known.
   *
   * @param effects what the operations do
   * @param made what is made on the target; its state follows the exchanges, so that what is left
   *     of it can be removed
   */
  Sides(Contract contract, Effects effects, MadeState made) {
    this.contract = contract;
    this.effects = effects;
    this.made = made;
    this.target = made.state();
  }

  /** What is made on the target, with its ids. */
  MadeState made() {
    return made;
  }

  /** The state of the recorded server, in the form of {@code EmulatorState}. */
  JsonNode recorded() {
    return recorded;
  }

  /** The state of the target. */
  JsonNode target() {
    return target;
  }

  /** Whether the target has the counterpart of an entity of the recorded server. */
  boolean has(Entity entity) {
    return made.has(entity.kind().id(), entity.id());
  }

  /** The counterpart of an entity of the recorded server. */
  Entity onTarget(Entity entity) {
    return new Entity(entity.kind(), made.in(entity.kind().id(), entity.id()));
  }

  /** What exchanges of the recording made; everything else existed before. */
  Set<Entity> created() {
    return created;
  }

  /** The target's GUID in the place of a recorded one; the same text when none is known. */
  String guid(String text) {
    return guids.getOrDefault(text, text);
  }

  /**
   * A GUID that a client chose for a new connection may be taken on the target, also by a
   * connection of an earlier replay that is marked as deleted: it gets another one.
   */
  void renewGuid(String text) {
    guids.computeIfAbsent(text, unused -> UUID.randomUUID().toString());
  }

  /** Rows that the recorded server had from the beginning, and that were made on the target. */
  void existed(JsonNode recordedRows, JsonNode targetRows) {
    add(recorded, recordedRows);
    add(target, targetRows);
    recordedRows.path(MissingLinks.LIST).forEach(guessed::add);
  }

  /**
   * Links of the recorded server that are only guessed: one side of each is not in the recording.
   */
  List<JsonNode> guessed() {
    return List.copyOf(guessed);
  }

  /** A guessed link does not stand any more. */
  void gone(JsonNode link) {
    guessed.remove(link);
    remove(recorded, link);
    remove(target, made.in(link));
  }

  private static void remove(JsonNode state, JsonNode link) {
    for (var links = state.path(MissingLinks.LIST).iterator(); links.hasNext(); ) {
      if (links.next().equals(link)) {
        links.remove();
      }
    }
  }

  /**
   * An exchange is over.
   *
   * @param onTarget the same call on the target; empty when it was not made
   */
  void completed(Exchanged onRecorded, Optional<Exchanged> onTarget) {
    apply(onRecorded, recorded);
    if (onTarget.isPresent()) {
      apply(onTarget.get(), target);
      made.adopt(
          onTarget.get().operation().id(), onTarget.get().arguments(), onTarget.get().value());
      Echo.saved(onRecorded.operation().id())
          .ifPresent(kind -> pair(kind, onRecorded, onTarget.get()));
      learn(onRecorded, onTarget.get());
    }
  }

  private void apply(Exchanged exchanged, ObjectNode state) {
    String operation = exchanged.operation().id();
    ObjectNode before = JsonNodeFactory.instance.objectNode().setAll(state);
    JsonNode after = effects.after(operation, exchanged.request(), exchanged.response(), before);
    state.removeAll();
    after.properties().forEach(list -> state.set(list.getKey(), list.getValue()));
  }

  /** The ids that both servers assigned to what is new. */
  private void pair(SavedEntity kind, Exchanged onRecorded, Exchanged onTarget) {
    boolean isNew = kind.sent(onRecorded.arguments()).path(kind.id()).asInt() == 0;
    int id = onRecorded.value().path(kind.id()).asInt();
    int other = onTarget.value().path(kind.id()).asInt();
    if (isNew && id > 0 && other > 0) {
      made.pair(kind.id(), id, other);
      created.add(new Entity(kind, id));
    }
  }

  /** What both responses say of the same entity is known from now on. */
  private void learn(Exchanged onRecorded, Exchanged onTarget) {
    Map<Entity, Entity.Place> found = Entity.in(onTarget);
    Entity.in(onRecorded)
        .forEach(
            (entity, place) -> {
              Entity.Place other = found.get(onTarget(entity));
              if (has(entity) && other != null) {
                learn(entity, place.properties(), other.properties());
              }
            });
  }

  private void learn(Entity entity, JsonNode properties, JsonNode others) {
    if (!(entity.row(recorded) instanceof ObjectNode row)
        || !(onTarget(entity).row(target) instanceof ObjectNode other)) {
      return;
    }
    JsonNode known = contract.schema(entity.kind().schema()).path("properties");
    for (var property : properties.properties()) {
      String name = property.getKey();
      // A list leaves configurations out, and a selection everything that is not in it.
      boolean left = property.getValue().isNull() || isEmpty(property.getValue());
      if (known.has(name) && !SavedEntity.RIGHTS.contains(name) && !left && others.has(name)) {
        row.set(name, property.getValue());
        other.set(name, others.path(name));
      }
    }
    entity.kind().guid().ifPresent(name -> guid(row.path(name), other.path(name)));
  }

  private void guid(JsonNode text, JsonNode other) {
    if (text.isTextual() && other.isTextual()) {
      guids.put(text.textValue(), other.textValue());
    }
  }

  private static boolean isEmpty(JsonNode value) {
    return value.isContainerNode() && value.isEmpty();
  }

  private static void add(ObjectNode state, JsonNode rows) {
    rows.properties()
        .forEach(list -> list.getValue().forEach(state.withArrayProperty(list.getKey())::add));
  }
}
