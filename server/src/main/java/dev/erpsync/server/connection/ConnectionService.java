package dev.erpsync.server.connection;

import dev.erpsync.server.connection.SaveOutcome.ConnectionIdTaken;
import dev.erpsync.server.connection.SaveOutcome.NoSuchConnection;
import dev.erpsync.server.connection.SaveOutcome.NoSuchConnector;
import dev.erpsync.server.connection.SaveOutcome.Saved;
import dev.erpsync.server.connector.ConnectorRepository;
import dev.erpsync.server.store.Transactions;
import java.util.Optional;
import java.util.UUID;

/** The rules of connections (D22, D35, D36). Each call is one transaction (D38). Thread-safe. */
public final class ConnectionService {
  private final Transactions transactions;
  private final ConnectionRepository connections;
  private final ConnectorRepository connectors;

  public ConnectionService(
      Transactions transactions, ConnectionRepository connections, ConnectorRepository connectors) {
    this.transactions = transactions;
    this.connections = connections;
    this.connectors = connectors;
  }

  /** Inserts a connection with id 0, updates one with a known id. (D35) */
  public SaveOutcome save(ConnectionChange change) {
    return transactions.write(() -> change.id() == 0 ? insert(change) : update(change));
  }

  private SaveOutcome insert(ConnectionChange change) {
    String asked = change.connectionId();
    String guid = asked == null || asked.isBlank() ? UUID.randomUUID().toString() : asked;
    Optional<Integer> holder = connections.idOf(guid);
    if (holder.isPresent()) {
      return new ConnectionIdTaken(guid, holder.get());
    }
    Connection wanted = change.applyTo(Connection.fresh(0, guid));
    return connectors.claim(wanted.connectorId())
        ? stored(connections.insert(wanted))
        : new NoSuchConnector(wanted.connectorId());
  }

  private SaveOutcome update(ConnectionChange change) {
    Optional<Connection> known = connections.find(change.id());
    if (known.isEmpty()) {
      return new NoSuchConnection(change.id());
    }
    Connection wanted = change.applyTo(known.get());
    if (!hasConnector(known.get(), wanted)) {
      return new NoSuchConnector(wanted.connectorId());
    }
    connections.put(wanted);
    return stored(wanted.id());
  }

  /** A connection that is not deleted already holds its connector by itself. (D47) */
  private boolean hasConnector(Connection stored, Connection wanted) {
    int connector = wanted.connectorId();
    if (stored.deleted() || stored.connectorId() != connector) {
      return connectors.claim(connector);
    }
    return connectors.find(connector).filter(known -> !known.deleted()).isPresent();
  }

  /** What is answered is what is read back, not what was sent. */
  private SaveOutcome stored(int id) {
    return new Saved(connections.find(id).orElseThrow());
  }
}
