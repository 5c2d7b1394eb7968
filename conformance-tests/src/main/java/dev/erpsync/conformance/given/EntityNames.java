package dev.erpsync.conformance.given;

import java.util.List;

/** Under which names requests tell the ids of connections and connectors. */
public final class EntityNames {
  static final List<String> CONNECTIONS = List.of("ErpConnectionId", "ErpSyncConnectionId");
  static final List<String> CONNECTORS =
      List.of("ErpConnectorId", "ErpSyncConnectorId", "erpSyncConnectorEntityId");

  private static final String SEVERAL_CONNECTIONS = "ErpConnectionIds";

  private EntityNames() {}

  /** Whether this is the name of one connection's id, or of several, in any letter case. (D4) */
  public static boolean isConnection(String name) {
    return CONNECTIONS.stream().anyMatch(name::equalsIgnoreCase)
        || name.equalsIgnoreCase(SEVERAL_CONNECTIONS);
  }

  /** Whether this is the name of a connector's id, in any letter case. (D4) */
  public static boolean isConnector(String name) {
    return CONNECTORS.stream().anyMatch(name::equalsIgnoreCase);
  }
}
