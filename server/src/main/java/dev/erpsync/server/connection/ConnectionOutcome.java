package dev.erpsync.server.connection;

import dev.erpsync.server.outcome.Refusal;

/** What came of looking for a connection, or of deleting one. */
public sealed interface ConnectionOutcome {
  /** Found; the connection as it is stored now. */
  record Found(Connection connection) implements ConnectionOutcome {}

  /** The id names no connection, or none that the caller may know of. */
  record Unknown(int id) implements ConnectionOutcome, Refusal {
    @Override
    public String message() {
      return "Connection " + id + " does not exist.";
    }
  }

  /** The connection is not open to the caller. (D16) */
  record Closed(int id) implements ConnectionOutcome, Refusal {
    @Override
    public String message() {
      return "You have no access to connection " + id + ".";
    }
  }
}
