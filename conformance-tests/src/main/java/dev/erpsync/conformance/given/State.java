package dev.erpsync.conformance.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes an {@code EmulatorState}. For one derivation; not thread-safe. */
final class State {
  private final ObjectNode node = JsonNodeFactory.instance.objectNode();

  State connector(int id) {
    add("Connectors").put("ErpConnectorId", id).put("DisplayName", "Sample connector");
    return this;
  }

  /** Adds a connection that every user may use: the samples do not say who is asking. */
  State connection(int id, int connector) {
    connectionNode(id, connector);
    return this;
  }

  /** As above, with the GUID that names the connection to its connector. */
  State connection(int id, int connector, String connectionId) {
    connectionNode(id, connector).put("ConnectionId", connectionId);
    return this;
  }

  State link(int connection, int crmRecord, String crmType, String erpKey, String erpType) {
    add("ActorLinks")
        .put("ErpConnectionId", connection)
        .put("CrmRecordId", crmRecord)
        .put("CrmActorType", crmType)
        .put("ErpKey", erpKey)
        .put("ErpActorType", erpType);
    return this;
  }

  /** Gives a property to every connector so far. */
  State withConnectors(String name, JsonNode value) {
    node.path("Connectors").forEach(each -> ((ObjectNode) each).set(name, value));
    return this;
  }

  /** Gives a property to every connection so far. */
  State withConnections(String name, JsonNode value) {
    node.path("Connections").forEach(each -> ((ObjectNode) each).set(name, value));
    return this;
  }

  ObjectNode node() {
    return node;
  }

  private ObjectNode connectionNode(int id, int connector) {
    return add("Connections")
        .put("ErpConnectionId", id)
        .put("ErpConnectorId", connector)
        .put("AllAccess", true);
  }

  private ObjectNode add(String list) {
    return node.withArrayProperty(list).addObject();
  }
}
