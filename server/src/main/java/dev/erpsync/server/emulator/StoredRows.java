package dev.erpsync.server.emulator;

/** Everything that is stored, whatever it is. Every call belongs to the running unit of work. */
public interface StoredRows {
  /** How much there is to answer: connectors, connections, links and field values. */
  long count();

  /** Empties the store; the opposite of everything else that storage is for. */
  void deleteAll();
}
