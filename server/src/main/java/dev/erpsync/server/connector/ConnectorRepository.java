package dev.erpsync.server.connector;

import java.util.List;
import java.util.Optional;

/** Stored connectors. Every call belongs to the running unit of work. */
public interface ConnectorRepository {
  Optional<Connector> find(int id);

  /** Inserts the connector, or overwrites the one with its id. */
  void put(Connector connector);

  /** All connectors, the deleted ones too, ordered by id. */
  List<Connector> all();
}
