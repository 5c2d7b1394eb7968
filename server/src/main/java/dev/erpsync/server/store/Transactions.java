package dev.erpsync.server.store;

import java.util.function.Supplier;

/**
 * Units of work on the store. Repositories take part in the unit that runs on the calling thread,
 * and cannot be used outside of one. Thread-safe.
 */
public interface Transactions {
  /**
   * Runs work that may write, serialised against all other writing work. When this returns, what
   * was written is on disk; when the work throws, nothing of it remains. (D38)
   */
  <T> T write(Supplier<T> work);

  /** Runs work that only reads, on one consistent snapshot. */
  <T> T read(Supplier<T> work);
}
