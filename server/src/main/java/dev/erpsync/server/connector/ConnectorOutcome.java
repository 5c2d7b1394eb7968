package dev.erpsync.server.connector;

import dev.erpsync.server.outcome.Refusal;

/** What came of a call on a connector. */
public sealed interface ConnectorOutcome {
  /** Found, saved or deleted; the connector as it is stored now. */
  record Stored(Connector connector) implements ConnectorOutcome {}

  /** The id names no connector, or none that the caller may know of. */
  record NoSuchConnector(int id) implements ConnectorOutcome, Refusal {
    @Override
    public String message() {
      return "Connector " + id + " does not exist.";
    }
  }

  /** Connections that are not deleted call the connector. (D47) */
  record HasConnections(int id) implements ConnectorOutcome, Refusal {
    @Override
    public String message() {
      return "Connector " + id + " has connections.";
    }
  }
}
