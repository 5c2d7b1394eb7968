package dev.erpsync.server.emulator;

/**
 * Empties the store; the opposite of everything else that storage is for. Belongs to the running
 * unit of work.
 */
public interface Wipe {
  void everything();
}
