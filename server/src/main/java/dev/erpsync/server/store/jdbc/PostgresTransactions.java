package dev.erpsync.server.store.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  /** A row that others remove and put back is in the way twice at most, as good as always. */
  private static final int SAME_VIOLATIONS = 3;

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
    List<String> violations = new ArrayList<>();
    for (int pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
      try {
        return once(work, readOnly);
      } catch (RuntimeException e) {
        PostgresFailure kind = PostgresFailure.of(e);
        switch (kind) {
          case RACE, VIOLATION -> {
            if (kind == PostgresFailure.VIOLATION && isDefect(violations, e)) {
              throw e;
            }
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

  /**
   * Whether the same row violated the same constraint in the last attempts too. Their snapshots
   * showed what the first one may have missed.
   */
  private static boolean isDefect(List<String> before, RuntimeException e) {
    String violation = violation(e);
    if (!before.contains(violation)) {
      before.clear();
    }
    before.add(violation);
    return before.size() == SAME_VIOLATIONS;
  }

  /** All of the database's message: it names the constraint and the key. */
  private static String violation(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null || cause == e ? String.valueOf(e.getMessage()) : violation(cause);
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
      PostgresFailure kind = PostgresFailure.of(e);
      if (kind == PostgresFailure.RACE || kind == PostgresFailure.VIOLATION) {
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
