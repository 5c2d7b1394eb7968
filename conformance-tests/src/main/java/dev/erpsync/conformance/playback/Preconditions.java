package dev.erpsync.conformance.playback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.given.EntityNames;
import dev.erpsync.conformance.given.Given;
import dev.erpsync.conformance.given.GivenDeriver;
import dev.erpsync.conformance.replay.SavedEntity;
import dev.erpsync.conformance.state.NotMadeException;
import dev.erpsync.conformance.state.StateByOperations;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes on the target what a recorded exchange shows to have existed before the recording began.
 * What an exchange shows is found by the rules for documented exchanges ({@link GivenDeriver}).
 */
final class Preconditions {
  private static final int CONFLICT = 409;

  private final GivenDeriver deriver;
  private final StateByOperations operations;
  private final MissingEntities entities;

  /**
   * Preconditions of the exchanges of one recording.
   *
   * @param operations of the target
   */
  Preconditions(Contract contract, StateByOperations operations, List<Exchanged> recording) {
    this.deriver = new GivenDeriver(contract, Contract.emulator());
    this.operations = operations;
    this.entities = new MissingEntities(recording);
  }

  /**
   * Makes what an exchange needs and what is not there yet.
   *
   * @throws UnmetException when it cannot be found out or cannot be made
   * @throws IOException when the target does not respond
   */
  void meet(Exchanged exchanged, Sides sides) throws UnmetException, IOException {
    boolean isConflict = exchanged.response().status() == CONFLICT;
    if ((!exchanged.succeeded() && !isConflict) || exchanged.value().isNull()) {
      return;
    }
    if (isConflict) {
      requireReason(exchanged, sides);
    }
    Given given = deriver.derive(sample(exchanged), exchanged.request().query());
    if (!(given instanceof Given.Derived derived) || hasDeletedConnector(derived.state())) {
      requireKnown(exchanged, sides, given);
      return;
    }
    for (JsonNode link : MissingLinks.disproved(exchanged, sides)) {
      operations.breakLink(sides.made().in(link));
      sides.gone(link);
    }
    ObjectNode rows = JsonNodeFactory.instance.objectNode();
    entities.addTo(rows, derived.state(), exchanged, sides);
    rows.set(
        MissingLinks.LIST,
        MissingLinks.of(derived.state().path(MissingLinks.LIST), exchanged, sides));
    make(rows, exchanged, sides);
  }

  private void make(ObjectNode rows, Exchanged exchanged, Sides sides)
      throws UnmetException, IOException {
    boolean namesConnector =
        exchanged
            .arguments()
            .propertyStream()
            .anyMatch(argument -> EntityNames.isConnector(argument.getKey()));
    try {
      JsonNode made = operations.makeMore(rows, namesConnector, sides.made());
      sides.existed(MissingEntities.unknown(rows, sides.recorded()), made);
    } catch (NotMadeException e) {
      throw new UnmetException("what it needs cannot be made: " + e.reason());
    }
  }

  /** What no rule accounts for can be replayed with entities that are there already. */
  private static void requireKnown(Exchanged exchanged, Sides sides, Given given)
      throws UnmetException {
    for (Entity entity : Entity.named(exchanged.arguments())) {
      if (!sides.has(entity)) {
        String reason =
            given instanceof Given.NotDerivable none ? none.reason() : "its connector is deleted";
        throw new UnmetException("%s existed before, and %s".formatted(entity, reason));
      }
    }
  }

  /** A conflict with something that existed before cannot be brought about. */
  private static void requireReason(Exchanged exchanged, Sides sides) throws UnmetException {
    JsonNode connections = sides.recorded().path(SavedEntity.CONNECTION.list());
    String guid = SavedEntity.CONNECTION.guid().orElseThrow();
    JsonNode sent = SavedEntity.CONNECTION.sent(exchanged.arguments()).path(guid);
    if (sent.isTextual() && connections.valueStream().noneMatch(r -> r.path(guid).equals(sent))) {
      throw new UnmetException("the connection with this %s existed before".formatted(guid));
    }
    for (Entity entity : Entity.named(exchanged.arguments())) {
      boolean isOld = !sides.created().contains(entity);
      if (isOld && entity.kind().equals(SavedEntity.CONNECTOR) && !isUsed(entity, connections)) {
        throw new UnmetException("what uses %s existed before".formatted(entity));
      }
    }
  }

  private static boolean isUsed(Entity connector, JsonNode connections) {
    return connections
        .valueStream()
        .filter(row -> !row.path("Deleted").asBoolean())
        .anyMatch(row -> row.path(SavedEntity.CONNECTOR.id()).asInt() == connector.id());
  }

  private static boolean hasDeletedConnector(JsonNode state) {
    return state
        .path(SavedEntity.CONNECTOR.list())
        .valueStream()
        .anyMatch(row -> row.path("Deleted").asBoolean());
  }

  /**
   * An exchange by which the rules find the state; they know ConnectActor's conflict as a false.
   */
  private static Sample sample(Exchanged exchanged) {
    String operation = exchanged.operation().id();
    boolean isConflict =
        operation.equals("ConnectActor") && exchanged.response().status() == CONFLICT;
    Optional<JsonNode> value =
        isConflict ? Optional.of(BooleanNode.FALSE) : exchanged.response().value();
    return new Sample(
        isConflict ? "TryConnectActor" : operation,
        "",
        "",
        "",
        JsonNodeFactory.instance.objectNode(),
        new Sample.Message(Map.of(), exchanged.request().body()),
        isConflict ? 200 : exchanged.response().status(),
        new Sample.Message(Map.of(), value));
  }
}
