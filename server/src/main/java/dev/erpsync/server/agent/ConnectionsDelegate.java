package dev.erpsync.server.agent;

import dev.erpsync.server.access.User;
import dev.erpsync.server.api.ConnectionsApiDelegate;
import dev.erpsync.server.connection.ConnectionService;
import dev.erpsync.server.connection.SaveOutcome;
import dev.erpsync.server.connection.SaveOutcome.Saved;
import dev.erpsync.server.model.ErpConnection;
import dev.erpsync.server.model.SaveConnectionRequest;
import dev.erpsync.server.outcome.RefusedException;

/** The operations on connections. */
public final class ConnectionsDelegate implements ConnectionsApiDelegate {
  private final ConnectionService connections;
  private final CarrierRights rights;

  public ConnectionsDelegate(ConnectionService connections, CarrierRights rights) {
    this.connections = connections;
    this.rights = rights;
  }

  @Override
  public ErpConnection saveConnection(User caller, SaveConnectionRequest request) {
    SaveOutcome outcome = connections.save(ConnectionMapping.toChange(request.getConnection()));
    Saved saved = (Saved) RefusedException.unlessDone(outcome);
    return ConnectionMapping.toWire(saved.connection())
        .tableRight(rights.tableRight())
        .fieldProperties(rights.fieldProperties("ErpConnection"));
  }
}
