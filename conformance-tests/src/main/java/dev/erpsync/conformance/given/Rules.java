package dev.erpsync.conformance.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.erpsync.conformance.given.Given.Derived;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
          "CanDeleteErpSyncConnectorEntity", Rules::canDeleteConnector,
          "ConnectActor", Rules::connectActor,
          "CreateActorLink", Rules::createActorLink,
          "GetErpConnectionConfigFields", Rules::configFields,
          "SaveConnection", Rules::saveConnection,
          "SaveErpConnectionSyncPriorities", Rules::priorities,
          "SaveErpSyncConnectorEntity", Rules::saveConnector,
          "ToggleErpConnectionActive", Rules::toggle,
          "TryConnectActor", Rules::createActorLink);

  /** For all other operations that do not answer yes or no: what they act on exists. */
  static final Rule OTHERS = Rules::whatIsNamedExists;

  /** The connector of connections whose connector does not matter. */
  private static final int CONNECTOR = 1;

  private static final int DELETED_CONNECTOR = 342;

  private static final int CONNECTION = 431;

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

  private static Derived saveConnector(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    int id = arguments.integerOr("ErpConnectorId", 0);
    return id == 0
        ? new Derived(new State().node(), "The connector is new.")
        : new Derived(new State().connector(id).node(), "The connector exists.");
  }

  private static Derived canDeleteConnector(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    int id = arguments.integer("ErpSyncConnectorId");
    return switch (answer.asText()) {
      case "NoError" ->
          new Derived(
              new State().connector(id).node(), "The connector exists, and has no connection.");
      case "ErrorConnectorHasConnections" ->
          new Derived(
              new State().connector(id).connection(CONNECTION, id).node(),
              "The connector has a connection.");
      case "ErrorNotFound" -> new Derived(new State().node(), "The connector does not exist.");
      default -> throw new NotDerivableException("the documented answer is no response code");
    };
  }

  private static Derived configFields(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    State state = connection(arguments.integer("ErpConnectionId"));
    return new Derived(
        state.withConnections("ConfigFields", answer).node(), "The connection has these values.");
  }

  private static Derived toggle(Arguments arguments, JsonNode answer) throws NotDerivableException {
    int id = arguments.integer("ErpConnectionId");
    return answer.isEmpty()
        ? new Derived(connection(id).node(), "The connection and its connector exist.")
        : new Derived(
            new State()
                .connector(DELETED_CONNECTOR)
                .withConnectors("Deleted", BooleanNode.TRUE)
                .connection(id, DELETED_CONNECTOR)
                .node(),
            "The connection is off and its connector deleted, so that there is a reason not to"
                + " switch it on.");
  }

  private static Derived priorities(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    // 0 stands for the CRM, which always exists. (D52)
    List<Integer> ids =
        arguments.integers("ErpConnectionIds").stream().filter(id -> id != 0).toList();
    boolean done = isTrue(answer);
    if (!done && ids.isEmpty()) {
      throw new NotDerivableException("to order nothing is always done");
    }
    State state = new State().connector(CONNECTOR);
    for (int id : done ? ids : ids.subList(0, ids.size() - 1)) {
      state.connection(id, CONNECTOR);
    }
    return new Derived(
        state.node(), done ? "The connections exist." : "One of the connections does not exist.");
  }

  private static Derived whatIsNamedExists(Arguments arguments, JsonNode answer)
      throws NotDerivableException {
    State state = new State();
    Set<Integer> listed = new TreeSet<>();
    for (JsonNode row : answer) {
      if (row.has("ErpConnectionId") && listed.add(row.path("ErpConnectionId").asInt())) {
        int connector = row.path("ErpConnectorId").asInt(CONNECTOR);
        state.connector(connector).connection(row.path("ErpConnectionId").asInt(), connector);
      }
    }
    for (String name : EntityNames.CONNECTORS) {
      if (arguments.knows(name)) {
        state.connector(arguments.integer(name));
      }
    }
    for (String name : EntityNames.CONNECTIONS) {
      if (arguments.knows(name)) {
        state.connector(CONNECTOR).connection(arguments.integer(name), CONNECTOR);
      }
    }
    return new Derived(state.node(), "What the request names exists.");
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
