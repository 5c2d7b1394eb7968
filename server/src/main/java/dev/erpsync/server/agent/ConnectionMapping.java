package dev.erpsync.server.agent;

import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionChange;
import dev.erpsync.server.model.ErpConnection;

/** Connections on the wire and in the domain. */
final class ConnectionMapping {
  private ConnectionMapping() {}

  static ConnectionChange toChange(ErpConnection wire) {
    Integer id = wire.getErpConnectionId();
    return new ConnectionChange(
        id == null ? 0 : id,
        wire.getErpConnectorId(),
        wire.getDisplayName(),
        wire.getDisplayDescription(),
        wire.getActive(),
        wire.getConnectionId(),
        wire.getMostRecentTimestamp(),
        wire.getConfigFields(),
        wire.getDeleted(),
        wire.getAllAccess(),
        wire.getUserGroupAccessIds(),
        wire.getAssociateAccessIds());
  }

  /** Without rights; see {@link CarrierRights}. */
  static ErpConnection toWire(Connection connection) {
    return new ErpConnection()
        .erpConnectionId(connection.id())
        .erpConnectorId(connection.connectorId())
        .displayName(connection.displayName())
        .displayDescription(connection.displayDescription())
        .active(connection.active())
        .connectionId(connection.connectionId())
        .mostRecentTimestamp(connection.mostRecentTimestamp())
        .configFields(connection.configFields())
        .deleted(connection.deleted())
        .allAccess(connection.allAccess())
        .userGroupAccessIds(connection.userGroupIds())
        .associateAccessIds(connection.associateIds());
  }
}
