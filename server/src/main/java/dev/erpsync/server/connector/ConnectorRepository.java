package dev.erpsync.server.connector;

import java.util.List;
import java.util.Optional;

/** Stored connectors. Every call belongs to the running unit of work. */
public interface ConnectorRepository {
  Optional<Connector> find(int id);

  /**
   * Holds a connector on to its existence: nobody else deletes it before this unit of work ends.
   *
   * @return false when it is unknown or deleted
   */
  boolean claim(int id);

  /** Whether connections that are not deleted call the connector. */
  boolean hasConnections(int id);

  /** Inserts a connector and answers the id that it was given; its own id is not heard. */
  int insert(Connector connector);

  /** Inserts the connector under its own id, or overwrites the one with that id. */
  void put(Connector connector);

  /** All connectors, the deleted ones too, ordered by id. */
  List<Connector> all();
}
