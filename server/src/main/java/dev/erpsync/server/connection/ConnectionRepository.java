package dev.erpsync.server.connection;

import dev.erpsync.server.access.User;
import java.util.List;
import java.util.Optional;

/** Stored connections. Every call belongs to the running unit of work. */
public interface ConnectionRepository {
  Optional<Connection> find(int id);

  /** What a connection is to a user, without reading the rest of it. */
  Optional<ConnectionAccess> access(int id, User user);

  /** The id of the connection with this GUID, the deleted ones included. */
  Optional<Integer> idOf(String connectionId);

  /** Inserts a connection and answers the id that it was given; its own id is not heard. */
  int insert(Connection connection);

  /** Inserts the connection under its own id, or overwrites the one with that id. */
  void put(Connection connection);

  /** All connections, the deleted ones too, ordered by id. */
  List<Connection> all();

  /** All connections, the deleted ones too, ordered by priority, and those without one by id. */
  List<Connection> inOrder();

  /**
   * The ids of the connections that have a priority, the first one first; {@link Connection#CRM}
   * among them when it has one.
   */
  List<Integer> priorities();

  /** Puts these connections first, in this order; others that have a priority follow as before. */
  void prioritize(List<Integer> ids);
}
