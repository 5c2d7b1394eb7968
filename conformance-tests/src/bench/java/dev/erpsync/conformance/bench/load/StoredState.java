package dev.erpsync.conformance.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a server says that it stores.
 *
 * @param links by connection and record, with the key
 * @param crmValues records with a value
 * @param erpValues keys with a value
 */
public record StoredState(
    Map<Integer, Map<Integer, String>> links, Set<Integer> crmValues, Set<String> erpValues) {

  /** A state with connections that anybody may use, to begin with. */
  public static String withConnections(int count) {
    var connections = new StringBuilder();
    for (int id = 1; id <= count; id++) {
      connections.append(
          "%s{\"ErpConnectionId\":%d,\"ErpConnectorId\":1,\"AllAccess\":true}"
              .formatted(id == 1 ? "" : ",", id));
    }
    return "{\"Connectors\":[{\"ErpConnectorId\":1}],\"Connections\":[%s]}".formatted(connections);
  }

  public static StoredState of(ServerProcess server) throws Exception {
    JsonNode state;
    try (InputStream body = server.state()) {
      state = new ObjectMapper().readTree(body);
    }
    var stored = new StoredState(new HashMap<>(), new HashSet<>(), new HashSet<>());
    for (JsonNode link : state.path("ActorLinks")) {
      stored
          .on(link.path("ErpConnectionId").intValue())
          .put(link.path("CrmRecordId").intValue(), link.path("ErpKey").textValue());
    }
    state
        .path("CrmFieldValues")
        .forEach(v -> stored.crmValues.add(v.path("CrmRecordId").intValue()));
    state.path("ErpFieldValues").forEach(v -> stored.erpValues.add(v.path("ErpKey").textValue()));
    return stored;
  }

  /** The links of a connection: key by record. */
  public Map<Integer, String> on(int connection) {
    return links.computeIfAbsent(connection, id -> new HashMap<>());
  }
}
