package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.Transactions;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Knows the connection of the unit of work that runs on a thread. */
abstract class JdbcTransactions implements Transactions {
  /** Not static: a process may hold several stores, and each has its own unit of work. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Handle> current = new ThreadLocal<>();

  /** The connection of the unit of work that runs on this thread. */
  final Handle handle() {
    Handle handle = current.get();
    if (handle == null) {
      throw new IllegalStateException("the store is only used inside a transaction");
    }
    return handle;
  }

  /** From now on this thread's unit of work has this connection; with null there is none. */
  final void use(@Nullable Handle handle) {
    if (handle == null) {
      current.remove();
    } else {
      current.set(handle);
    }
  }

  final void requireNone() {
    if (current.get() != null) {
      throw new IllegalStateException("a transaction already runs on this thread");
    }
  }
}
