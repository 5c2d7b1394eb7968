package dev.erpsync.conformance.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.given.Given.Derived;
import java.util.Map;

/**
 * How a state follows from an exchange, one rule an operation. A rule sees only exchanges whose
 * status is the one of success.
 */
final class Rules {
  /** From the arguments and the documented answer to the state. */
  @FunctionalInterface
  interface Rule {
    Derived derive(Arguments arguments, JsonNode answer) throws NotDerivableException;
  }

  static final Map<String, Rule> BY_OPERATION =
      Map.of(
          "BreakActorLink", Rules::breakActorLink,
          "ConnectActor", Rules::connectActor,
          "CreateActorLink", Rules::createActorLink,
          "SaveConnection", Rules::saveConnection);

  /** The connector of connections whose connector does not matter. */
  private static final int CONNECTOR = 1;

  private static final String ERP_KEY = "sample";

  private Rules() {}

  private static Derived createActorLink(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    int connection = arguments.integer("ErpConnectionId");
    int crmRecord = arguments.integer("CrmRecordId");
    String crmType = arguments.text("CrmActorType");
    String erpKey = arguments.text("ErpKey");
    String erpType = arguments.text("ErpActorType");
    State state = connection(connection);
    if (isTrue(answer)) {
      return new Derived(state.node(), "The connection exists, and neither side is linked.");
    }
    if (crmRecord < 1 || !ActorPairs.fits(crmType, erpType)) {
      return new Derived(state.node(), "The connection exists, and such a pair cannot be linked.");
    }
    int otherRecord = crmRecord == 1 ? 2 : 1;
    return new Derived(
        state.link(connection, otherRecord, crmType, erpKey, erpType).node(),
        "The connection exists, and the ERP actor is linked to another record of the same type.");
  }

  private static Derived connectActor(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    return new Derived(
        connection(arguments.integer("ErpConnectionId")).node(),
        "The connection exists, and neither side is linked.");
  }

  private static Derived breakActorLink(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    int connection = arguments.integer("ErpConnectionId");
    int crmRecord = arguments.integer("CrmRecordId");
    String crmType = arguments.text("CrmActorType");
    State state = connection(connection);
    if (!isTrue(answer)) {
      return new Derived(state.node(), "The connection exists, and the record is not linked.");
    }
    String erpType =
        ActorPairs.erpTypeFor(crmType)
            .orElseThrow(
                () -> new NotDerivableException("no ERP actor can be linked to a " + crmType));
    return new Derived(
        state.link(connection, crmRecord, crmType, ERP_KEY, erpType).node(),
        "The connection exists, and the record is linked.");
  }

  private static Derived saveConnection(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    Arguments connection = arguments.object("Connection");
    int id = connection.integerOr("ErpConnectionId", 0);
    int connector = connection.integerOr("ErpConnectorId", CONNECTOR);
    var connectionId = connection.optionalText("ConnectionId");
    State state = new State().connector(connector);
    if (id == 0) {
      return new Derived(state.node(), "The connector exists, and the connection is new.");
    }
    if (connectionId.isEmpty()) {
      return new Derived(
          state.connection(id, connector).node(), "The connection and its connector exist.");
    }
    return new Derived(
        state.connection(id, connector, connectionId.get()).node(),
        "The connection and its connector exist; its ConnectionId is the one that is sent.");
  }

  private static State connection(int id) {
    return new State().connector(CONNECTOR).connection(id, CONNECTOR);
  }

  private static boolean isTrue(JsonNode answer) throws NotDerivableException {
    if (!answer.isBoolean()) {
      throw new NotDerivableException("the documented answer is neither true nor false");
    }
    return answer.booleanValue();
  }
}
