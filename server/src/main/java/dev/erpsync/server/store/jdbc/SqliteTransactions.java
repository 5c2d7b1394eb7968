package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.outcome.RefusedException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Writes by one thread, in groups; reads by whoever asks, each on a snapshot. */
final class SqliteTransactions extends JdbcTransactions implements AutoCloseable {
  /** More than all threads of the HTTP server can ask for at once. */
  private static final int WAITING = 4_096;

  /** Enough for the flush to be shared; few enough for its callers not to wait long. */
  private static final int LARGEST_GROUP = 256;

  private final Jdbi reader;
  private final GroupWriter writer;

  private SqliteTransactions(Jdbi writer, Jdbi reader) {
    this.reader = reader;
    this.writer = new GroupWriter(new GroupTransaction(writer, this::use), WAITING, LARGEST_GROUP);
  }

  static SqliteTransactions start(Jdbi writer, Jdbi reader) {
    var transactions = new SqliteTransactions(writer, reader);
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
      throw SqliteFailures.outage(e).<RuntimeException>map(RefusedException::new).orElse(e);
    }
  }

  /** Finishes the work that was accepted. */
  @Override
  public void close() {
    writer.close();
  }
}
