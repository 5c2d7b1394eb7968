package dev.erpsync.server.connection;

import dev.erpsync.server.connection.ConnectionOutcome.Found;
import dev.erpsync.server.connection.ConnectionOutcome.Unknown;
import dev.erpsync.server.connector.ConnectorRepository;
import dev.erpsync.server.store.Transactions;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Deletes connections, switches them on and off, and orders them (D50 to D52), for administrators.
 * Each call is one transaction (D38). Thread-safe.
 */
public final class ConnectionSwitch {
  private final Transactions transactions;
  private final ConnectionRepository connections;
  private final ConnectorRepository connectors;

  public ConnectionSwitch(
      Transactions transactions, ConnectionRepository connections, ConnectorRepository connectors) {
    this.transactions = transactions;
    this.connections = connections;
    this.connectors = connectors;
  }

  /** Marks a connection as deleted and switches it off. (D50) */
  public ConnectionOutcome delete(int id) {
    return transactions.write(
        () -> {
          Optional<Connection> known = undeleted(id);
          if (known.isEmpty()) {
            return new Unknown(id);
          }
          connections.put(known.get().asDeleted());
          return new Found(known.get().asDeleted());
        });
  }

  /**
   * Switches a connection on that is off, or off that is on. (D51)
   *
   * @return why it was not done, in sentences; empty when it was
   */
  public List<String> toggle(int id) {
    return transactions.write(
        () -> {
          Optional<Connection> known = undeleted(id);
          List<String> reasons = known.map(this::reasons).orElseGet(() -> List.of(unknown(id)));
          if (reasons.isEmpty()) {
            known.ifPresent(connection -> connections.put(connection.toggled()));
          }
          return reasons;
        });
  }

  /**
   * Puts connections first in the order of replication; {@link Connection#CRM} may be one. (D52)
   *
   * @return false, and nothing is changed, when one is unknown, deleted, or named twice
   */
  public boolean prioritize(List<Integer> ids) {
    return transactions.write(
        () -> {
          boolean possible =
              new HashSet<>(ids).size() == ids.size()
                  && ids.stream().allMatch(id -> id == Connection.CRM || undeleted(id).isPresent());
          if (possible) {
            connections.prioritize(ids);
          }
          return possible;
        });
  }

  private List<String> reasons(Connection connection) {
    boolean works =
        connection.active()
            || connectors
                .find(connection.connectorId())
                .filter(connector -> !connector.deleted())
                .isPresent();
    return works
        ? List.of()
        : List.of("Connector " + connection.connectorId() + " of the connection is deleted.");
  }

  private static String unknown(int id) {
    return new Unknown(id).message();
  }

  private Optional<Connection> undeleted(int id) {
    return connections.find(id).filter(connection -> !connection.deleted());
  }
}
