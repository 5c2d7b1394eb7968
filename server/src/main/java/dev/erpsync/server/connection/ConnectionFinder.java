package dev.erpsync.server.connection;

import dev.erpsync.server.access.User;
import dev.erpsync.server.connection.ConnectionOutcome.Closed;
import dev.erpsync.server.connection.ConnectionOutcome.Found;
import dev.erpsync.server.connection.ConnectionOutcome.Unknown;
import dev.erpsync.server.store.Transactions;
import java.util.List;
import java.util.Optional;

/** Which connections a caller may see (D16, D49), in their order (D52). Thread-safe. */
public final class ConnectionFinder {
  private final Transactions transactions;
  private final ConnectionRepository connections;

  public ConnectionFinder(Transactions transactions, ConnectionRepository connections) {
    this.transactions = transactions;
    this.connections = connections;
  }

  /** The connection with this id. */
  public ConnectionOutcome find(User caller, int id) {
    Optional<Connection> known = transactions.read(() -> connections.find(id));
    if (known.isEmpty() || (known.get().deleted() && !caller.administrator())) {
      return new Unknown(id);
    }
    return known.get().isVisibleTo(caller) ? new Found(known.get()) : new Closed(id);
  }

  /**
   * All that the caller may see.
   *
   * @param deletedToo whether deleted ones are among them
   */
  public List<Connection> all(User caller, boolean deletedToo) {
    return transactions.read(connections::inOrder).stream()
        .filter(connection -> connection.isVisibleTo(caller))
        .filter(connection -> deletedToo || !connection.deleted())
        .toList();
  }
}
