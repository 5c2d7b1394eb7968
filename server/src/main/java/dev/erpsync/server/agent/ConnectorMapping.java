package dev.erpsync.server.agent;

import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.connector.ConnectorChange;
import dev.erpsync.server.model.ErpSyncConnectorEntity;
import dev.erpsync.server.model.ListItem;

/** Connectors on the wire and in the domain. */
final class ConnectorMapping {
  private ConnectorMapping() {}

  static ConnectorChange toChange(ErpSyncConnectorEntity wire) {
    Integer id = wire.getErpConnectorId();
    return new ConnectorChange(
        id == null ? 0 : id, wire.getDisplayName(), wire.getURL(), wire.getDeleted());
  }

  /** Without rights; see {@link CarrierRights}. */
  static ErpSyncConnectorEntity toWire(Connector connector) {
    return new ErpSyncConnectorEntity()
        .erpConnectorId(connector.id())
        .displayName(connector.displayName())
        .URL(connector.url())
        .deleted(connector.deleted());
  }

  /** As an entry of a list. (D48) */
  static ListItem toItem(Connector connector) {
    return new ListItem().id(connector.id()).name(connector.displayName()).toolTip(connector.url());
  }
}
