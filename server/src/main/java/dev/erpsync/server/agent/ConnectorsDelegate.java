package dev.erpsync.server.agent;

import static dev.erpsync.server.outcome.RefusedException.unlessDone;

import dev.erpsync.server.access.User;
import dev.erpsync.server.api.ConnectorsApiDelegate;
import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.connector.ConnectorOutcome;
import dev.erpsync.server.connector.ConnectorOutcome.HasConnections;
import dev.erpsync.server.connector.ConnectorOutcome.NoSuchConnector;
import dev.erpsync.server.connector.ConnectorOutcome.Stored;
import dev.erpsync.server.connector.ConnectorService;
import dev.erpsync.server.model.CanDeleteErpSyncConnectorEntityRequest;
import dev.erpsync.server.model.ErpSyncConnectorEntity;
import dev.erpsync.server.model.ErpSyncResponseCode;
import dev.erpsync.server.model.ListItem;
import java.util.List;
import java.util.Optional;

/** The operations on connectors. */
public final class ConnectorsDelegate implements ConnectorsApiDelegate {
  private final ConnectorService connectors;
  private final CarrierRights rights;

  public ConnectorsDelegate(ConnectorService connectors, CarrierRights rights) {
    this.connectors = connectors;
    this.rights = rights;
  }

  @Override
  public ErpSyncConnectorEntity createDefaultErpSyncConnectorEntity(User caller) {
    return carrier(caller, Connector.fresh());
  }

  @Override
  public Optional<ErpSyncConnectorEntity> getErpSyncConnectorEntity(User caller, Integer id) {
    return connectors.find(caller, id).map(connector -> carrier(caller, connector));
  }

  @Override
  public ErpSyncConnectorEntity saveErpSyncConnectorEntity(
      User caller, ErpSyncConnectorEntity entity) {
    return carrier(caller, connectors.save(ConnectorMapping.toChange(entity)));
  }

  @Override
  public void deleteErpSyncConnectorEntity(User caller, Integer id) {
    unlessDone(connectors.delete(id));
  }

  @Override
  public ErpSyncResponseCode canDeleteErpSyncConnectorEntity(
      User caller, CanDeleteErpSyncConnectorEntityRequest request) {
    ConnectorOutcome outcome = connectors.canDelete(request.getErpSyncConnectorId());
    if (outcome instanceof NoSuchConnector) {
      return ErpSyncResponseCode.ERROR_NOT_FOUND;
    }
    return outcome instanceof HasConnections
        ? ErpSyncResponseCode.ERROR_CONNECTOR_HAS_CONNECTIONS
        : ErpSyncResponseCode.NO_ERROR;
  }

  @Override
  public List<ListItem> getAllConnectors(User caller) {
    return connectors.all().stream().map(ConnectorMapping::toItem).toList();
  }

  private ErpSyncConnectorEntity carrier(User caller, ConnectorOutcome outcome) {
    return carrier(caller, ((Stored) unlessDone(outcome)).connector());
  }

  private ErpSyncConnectorEntity carrier(User caller, Connector connector) {
    return ConnectorMapping.toWire(connector)
        .tableRight(rights.tableRight(caller))
        .fieldProperties(rights.fieldProperties(caller, "ErpSyncConnectorEntity"));
  }
}
