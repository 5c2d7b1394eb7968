package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.spec.Contract;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A connection as a request to save it has it. */
final class SentConnection {
  /** Rights are made for each answer and not stored. (D18) */
  static final Set<String> RIGHTS = Set.of("TableRight", "FieldProperties");

  private static final Set<String> IDENTITY = Set.of("ErpConnectionId", "ConnectionId");

  private SentConnection() {}

  /**
   * The properties that a server takes over as they are: neither absent nor null (D22), known to
   * the contract, no rights and no identity.
   */
  static Map<String, JsonNode> properties(Contract contract, JsonNode sent) {
    JsonNode known = contract.schema("ErpConnection").path("properties");
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    for (var property : sent.properties()) {
      String name = property.getKey();
      boolean own = RIGHTS.contains(name) || IDENTITY.contains(name);
      if (known.has(name) && !own && !property.getValue().isNull()) {
        properties.put(name, property.getValue());
      }
    }
    return properties;
  }

  /** The connection that it would overwrite, or a missing node. */
  static JsonNode stored(JsonNode sent, JsonNode state) {
    for (JsonNode connection : state.path("Connections")) {
      if (connection.path("ErpConnectionId").equals(sent.path("ErpConnectionId"))) {
        return connection;
      }
    }
    return MissingNode.getInstance();
  }
}
