package dev.erpsync.server.connector;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connector.ConnectorOutcome.HasConnections;
import dev.erpsync.server.connector.ConnectorOutcome.NoSuchConnector;
import dev.erpsync.server.connector.ConnectorOutcome.Stored;
import dev.erpsync.server.store.Transactions;
import java.util.List;
import java.util.Optional;

/** The rules of connectors (D46 to D48). Each call is one transaction (D38). Thread-safe. */
public final class ConnectorService {
  private final Transactions transactions;
  private final ConnectorRepository connectors;

  public ConnectorService(Transactions transactions, ConnectorRepository connectors) {
    this.transactions = transactions;
    this.connectors = connectors;
  }

  /** Finds a connector; only administrators find deleted ones. (D46) */
  public Optional<Connector> find(User caller, int id) {
    return transactions.read(
        () ->
            connectors
                .find(id)
                .filter(connector -> caller.administrator() || !connector.deleted()));
  }

  /** Those that are not deleted, ordered by id. (D48) */
  public List<Connector> all() {
    return transactions.read(
        () -> connectors.all().stream().filter(connector -> !connector.deleted()).toList());
  }

  /** Inserts a connector with id 0, updates one with a known id. (D46) */
  public ConnectorOutcome save(ConnectorChange change) {
    return transactions.write(() -> change.id() == 0 ? insert(change) : update(change));
  }

  /** Marks a connector as deleted. (D47) */
  public ConnectorOutcome delete(int id) {
    return transactions.write(
        () -> {
          ConnectorOutcome outcome = deletable(id);
          return outcome instanceof Stored stored ? put(stored.connector().asDeleted()) : outcome;
        });
  }

  /** What {@link #delete} would come to. (D47) */
  public ConnectorOutcome canDelete(int id) {
    return transactions.read(() -> deletable(id));
  }

  private ConnectorOutcome deletable(int id) {
    Optional<Connector> known = connectors.find(id).filter(connector -> !connector.deleted());
    if (known.isEmpty()) {
      return new NoSuchConnector(id);
    }
    return connectors.hasConnections(id) ? new HasConnections(id) : new Stored(known.get());
  }

  private ConnectorOutcome insert(ConnectorChange change) {
    int id = connectors.insert(change.applyTo(Connector.fresh()));
    return new Stored(connectors.find(id).orElseThrow());
  }

  private ConnectorOutcome update(ConnectorChange change) {
    Optional<Connector> known = connectors.find(change.id());
    if (known.isEmpty()) {
      return new NoSuchConnector(change.id());
    }
    Connector wanted = change.applyTo(known.get());
    boolean deletes = wanted.deleted() && !known.get().deleted();
    return deletes && connectors.hasConnections(wanted.id())
        ? new HasConnections(wanted.id())
        : put(wanted);
  }

  /** What is answered is what is read back, not what was sent. */
  private ConnectorOutcome put(Connector connector) {
    connectors.put(connector);
    return new Stored(connectors.find(connector.id()).orElseThrow());
  }
}
