package dev.erpsync.server.connection;

import dev.erpsync.server.outcome.Refusal;

/** What came of saving a connection. */
public sealed interface SaveOutcome {
  /** Saved; the connection as it is stored now. */
  record Saved(Connection connection) implements SaveOutcome {}

  /** The id names no connection. */
  record NoSuchConnection(int id) implements SaveOutcome, Refusal {
    @Override
    public String message() {
      return "Connection " + id + " does not exist.";
    }
  }

  /** The connector is unknown or marked as deleted. */
  record NoSuchConnector(int id) implements SaveOutcome, Refusal {
    @Override
    public String message() {
      return "Connector " + id + " does not exist.";
    }
  }

  /** Another connection has the GUID. */
  record ConnectionIdTaken(String connectionId, int by) implements SaveOutcome, Refusal {
    @Override
    public String message() {
      return "ConnectionId '%s' belongs to connection %d.".formatted(connectionId, by);
    }
  }
}
