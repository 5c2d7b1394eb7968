package dev.erpsync.server.store;

import java.util.function.Supplier;

/**
 * Units of work on the store. Repositories take part in the unit that runs, on the thread that it
 * runs on, and cannot be used outside of one. Thread-safe.
 */
public interface Transactions {
  /**
   * Runs work that may write, as if no other writing work ran at the same time. When this returns,
   * what was written is on disk; when it throws, nothing of it remains. (D38)
   *
   * @param work may run on another thread, and more than once: what it does must all be in the
   *     store
   * @throws dev.erpsync.server.outcome.RefusedException with a {@link StoreOutage} when the store
   *     cannot do it now
   */
  <T> T write(Supplier<T> work);

  /**
   * Runs work that only reads, on one consistent snapshot.
   *
   * @throws dev.erpsync.server.outcome.RefusedException with a {@link StoreOutage} when the store
   *     cannot do it now
   */
  <T> T read(Supplier<T> work);
}
