package dev.erpsync.server.agent;

import static dev.erpsync.server.outcome.RefusedException.unlessDone;

import dev.erpsync.server.access.User;
import dev.erpsync.server.api.ConnectionsApiDelegate;
import dev.erpsync.server.connection.Connection;
import dev.erpsync.server.connection.ConnectionFinder;
import dev.erpsync.server.connection.ConnectionOutcome;
import dev.erpsync.server.connection.ConnectionOutcome.Found;
import dev.erpsync.server.connection.ConnectionOutcome.Unknown;
import dev.erpsync.server.connection.ConnectionService;
import dev.erpsync.server.connection.ConnectionSwitch;
import dev.erpsync.server.connection.SaveOutcome.Saved;
import dev.erpsync.server.model.DeleteConnectionRequest;
import dev.erpsync.server.model.ErpConnection;
import dev.erpsync.server.model.ErpSyncConnectionSummary;
import dev.erpsync.server.model.GetAllConnectionsRequest;
import dev.erpsync.server.model.GetConnectionRequest;
import dev.erpsync.server.model.GetErpConnectionConfigFieldsRequest;
import dev.erpsync.server.model.GetErpSyncConnectionSummaryRequest;
import dev.erpsync.server.model.SaveConnectionRequest;
import dev.erpsync.server.model.SaveErpConnectionSyncPrioritiesRequest;
import dev.erpsync.server.model.ToggleErpConnectionActiveRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations on connections. */
public final class ConnectionsDelegate implements ConnectionsApiDelegate {
  private final ConnectionService connections;
  private final ConnectionFinder finder;
  private final ConnectionSwitch switches;
  private final CarrierRights rights;

  public ConnectionsDelegate(
      ConnectionService connections,
      ConnectionFinder finder,
      ConnectionSwitch switches,
      CarrierRights rights) {
    this.connections = connections;
    this.finder = finder;
    this.switches = switches;
    this.rights = rights;
  }

  @Override
  public ErpConnection saveConnection(User caller, SaveConnectionRequest request) {
    var outcome = connections.save(ConnectionMapping.toChange(request.getConnection()));
    return carrier(caller, ((Saved) unlessDone(outcome)).connection());
  }

  @Override
  public Optional<ErpConnection> getConnection(User caller, GetConnectionRequest request) {
    return found(caller, request.getErpConnectionId())
        .map(connection -> carrier(caller, connection));
  }

  /** Without configuration: what is in it is not for lists. (D49) */
  @Override
  public List<ErpConnection> getAllConnections(User caller, GetAllConnectionsRequest request) {
    boolean deletedToo = Boolean.TRUE.equals(request.getIncludeDeleted());
    return finder.all(caller, deletedToo).stream()
        .map(connection -> carrier(caller, connection).configFields(null))
        .toList();
  }

  @Override
  public Optional<Map<String, String>> getErpConnectionConfigFields(
      User caller, GetErpConnectionConfigFieldsRequest request) {
    return found(caller, request.getErpConnectionId()).map(Connection::configFields);
  }

  /** Nothing here synchronizes, and no types are mapped. (D53) */
  @Override
  public Optional<ErpSyncConnectionSummary> getErpSyncConnectionSummary(
      User caller, GetErpSyncConnectionSummaryRequest request) {
    return found(caller, request.getErpSyncConnectionId())
        .map(connection -> summary(caller, connection));
  }

  private ErpSyncConnectionSummary summary(User caller, Connection connection) {
    return new ErpSyncConnectionSummary()
        .displayName(connection.displayName())
        .displayDescription(connection.displayDescription())
        .active(connection.active())
        .deleted(connection.deleted())
        .actors(List.of())
        .tableRight(rights.tableRight(caller))
        .fieldProperties(rights.fieldProperties(caller, "ErpSyncConnectionSummary"));
  }

  @Override
  public void deleteConnection(User caller, DeleteConnectionRequest request) {
    unlessDone(switches.delete(request.getErpConnectionId()));
  }

  @Override
  public List<String> toggleErpConnectionActive(
      User caller, ToggleErpConnectionActiveRequest request) {
    return switches.toggle(request.getErpConnectionId());
  }

  @Override
  public Boolean saveErpConnectionSyncPriorities(
      User caller, SaveErpConnectionSyncPrioritiesRequest request) {
    List<Integer> ids = request.getErpConnectionIds();
    return switches.prioritize(ids == null ? List.of() : ids);
  }

  /** Reading what does not exist returns null, and what the caller has no access to is rejected. */
  private Optional<Connection> found(User caller, int id) {
    ConnectionOutcome outcome = finder.find(caller, id);
    return outcome instanceof Unknown
        ? Optional.empty()
        : Optional.of(((Found) unlessDone(outcome)).connection());
  }

  private ErpConnection carrier(User caller, Connection connection) {
    return ConnectionMapping.toWire(connection)
        .tableRight(rights.tableRight(caller))
        .fieldProperties(rights.fieldProperties(caller, "ErpConnection"));
  }
}
