package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Writes by one thread, in groups; reads by whoever asks, each on a snapshot. */
final class SqliteTransactions extends JdbcTransactions implements AutoCloseable {
  private static final SparseLog OUTAGES =
      new SparseLog(Logger.getLogger(SqliteTransactions.class.getName()), System::nanoTime);

  /** More than all threads of the HTTP server can ask for at once. */
  private static final int WAITING = 4_096;

  /** Enough for the flush to be shared; few enough for its callers not to wait long. */
  private static final int LARGEST_GROUP = 256;

  private final Jdbi reader;
  private final GroupWriter writer;
  private final OpenedFile file;

  private SqliteTransactions(Jdbi writer, Jdbi reader, OpenedFile file) {
    this.reader = reader;
    this.file = file;
    this.writer =
        new GroupWriter(new GroupTransaction(writer, file, this::use), WAITING, LARGEST_GROUP);
  }

  static SqliteTransactions start(Jdbi writer, Jdbi reader, OpenedFile file) {
    var transactions = new SqliteTransactions(writer, reader, file);
    transactions.writer.start();
    return transactions;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    requireNone();
    return writer.write(work);
  }

  @Override
  public <T> T read(Supplier<T> work) {
    requireNone();
    try {
      file.requireThere();
      return reader.inTransaction(
          handle -> {
            use(handle);
            try {
              return work.get();
            } finally {
              use(null);
            }
          });
    } catch (RuntimeException e) {
      Optional<StoreOutage> outage = SqliteFailures.outage(e);
      if (outage.isPresent()) {
        OUTAGES.warn("the store failed, and a read with it: " + SqliteStore.reason(e));
        throw new RefusedException(outage.get());
      }
      throw e;
    }
  }

  /** Finishes the work that was accepted. */
  @Override
  public void close() {
    writer.close();
  }
}
