package dev.erpsync.server.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * Transactions on a database that others write to as well. Each sees one snapshot; what it writes
 * is refused by the database when somebody else has written it since (REPEATABLE READ), or when a
 * unique index holds it already. Then it is done again, for a limited time. (D40)
 */
final class PostgresTransactions extends JdbcTransactions {
  private static final Logger LOG = Logger.getLogger(PostgresTransactions.class.getName());
  private static final SparseLog OUTAGES = new SparseLog(LOG, System::nanoTime);
  private static final int LONGEST_PAUSE_MILLIS = 64;

  private final HikariDataSource pool;
  private final Jdbi database;
  private final Duration patience;

  /**
   * @param pool connections without auto-commit, at the isolation that is wanted
   * @param patience how long work is repeated that others keep getting in the way of
   */
  PostgresTransactions(HikariDataSource pool, Duration patience) {
    this.pool = pool;
    this.database = Jdbi.create(pool);
    this.patience = patience;
  }

  @Override
  public <T> T write(Supplier<T> work) {
    return repeat(work, false);
  }

  @Override
  public <T> T read(Supplier<T> work) {
    return repeat(work, true);
  }

  private <T> T repeat(Supplier<T> work, boolean readOnly) {
    requireNone();
    long begun = System.nanoTime();
    boolean lostBefore = false;
    for (int pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      try {
        return once(work, readOnly);
      } catch (RuntimeException e) {
        switch (PostgresFailure.of(e)) {
          case RACE -> {
            if (System.nanoTime() - begun > patience.toNanos()) {
              throw refused(new StoreOutage.Contended(), e);
            }
            pause(pause);
          }
          case LOST -> {
            // Nothing of it was committed. What else the pool holds is as old as this one.
            if (lostBefore) {
              throw refused(new StoreOutage.Unavailable(), e);
            }
            lostBefore = true;
            pool.getHikariPoolMXBean().softEvictConnections();
          }
          case UNAVAILABLE -> throw refused(new StoreOutage.Unavailable(), e);
          case READ_ONLY -> {
            if (readOnly) {
              throw e;
            }
            throw refused(new StoreOutage.Unavailable(), e);
          }
          case FAULT -> throw e;
        }
      }
    }
  }

  private <T> T once(Supplier<T> work, boolean readOnly) {
    if (pool.isClosed()) {
      throw new RefusedException(new StoreOutage.Stopping());
    }
    try (Handle handle = database.open()) {
      handle.setReadOnly(readOnly);
      T result;
      use(handle);
      try {
        result = work.get();
      } catch (RuntimeException | Error e) {
        rollback(handle);
        throw e;
      } finally {
        use(null);
      }
      if (readOnly) {
        rollback(handle);
      } else {
        commit(handle);
      }
      return result;
    }
  }

  /** After it was sent, only the database knows whether it was done; unless it says so. */
  private static void commit(Handle handle) {
    try {
      handle.getConnection().commit();
    } catch (SQLException e) {
      if (PostgresFailure.of(e) == PostgresFailure.RACE) {
        throw new TransactionException(e);
      }
      throw refused(new StoreOutage.OutcomeUnknown(), e);
    }
  }

  private static void rollback(Handle handle) {
    try {
      handle.getConnection().rollback();
    } catch (SQLException e) {
      // The connection is gone, and the transaction with it.
      LOG.log(Level.FINE, "no rollback", e);
    }
  }

  private static RefusedException refused(StoreOutage outage, Throwable cause) {
    OUTAGES.warn(outage.message() + " The database says: " + SqliteStore.reason(cause));
    return new RefusedException(outage);
  }

  /** A random part of it, so that those who got in each other's way do not meet again. */
  private static void pause(int millis) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(millis + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(new StoreOutage.Stopping());
    }
  }
}
