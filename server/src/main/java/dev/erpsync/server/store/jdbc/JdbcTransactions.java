package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.Transactions;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Transactions over two pools: one writing connection, so that writers queue, and several reading
 * ones.
 */
final class JdbcTransactions implements Transactions {
  private final Jdbi writer;
  private final Jdbi reader;

  /** Not static: a process may hold several stores, and each has its own unit of work. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Handle> current = new ThreadLocal<>();

  JdbcTransactions(Jdbi writer, Jdbi reader) {
    this.writer = writer;
    this.reader = reader;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return writer.inTransaction(within(work));
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return reader.inTransaction(within(work));
  }

  /** The connection of the unit of work that runs on this thread. */
  Handle handle() {
    Handle handle = current.get();
    if (handle == null) {
      throw new IllegalStateException("the store is only used inside a transaction");
    }
    return handle;
  }

  private <T> org.jdbi.v3.core.HandleCallback<T, RuntimeException> within(Supplier<T> work) {
    if (current.get() != null) {
      throw new IllegalStateException("a transaction already runs on this thread");
    }
    return handle -> {
      current.set(handle);
      try {
        return work.get();
      } finally {
        current.remove();
      }
    };
  }
}
