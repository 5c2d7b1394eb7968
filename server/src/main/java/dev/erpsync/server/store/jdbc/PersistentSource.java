package dev.erpsync.server.store.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections for a pool. While the database cannot be reached it is tried again and again: a pool
 * that is told so waits longer after each failure, up to five seconds, and so do its callers when
 * the database is back. They do not wait here; the pool lets them go after its own time.
 *
 * <p>Thread-safe. An interrupt ends the trying.
 */
final class PersistentSource implements DataSource {
  private static final Logger LOG = Logger.getLogger(PersistentSource.class.getName());

  private final DataSource source;
  private final long pauseMillis;
  private final AtomicBoolean away = new AtomicBoolean();

  /**
   * @param pauseMillis between a failure and the next try
   */
  PersistentSource(DataSource source, long pauseMillis) {
    this.source = source;
    this.pauseMillis = pauseMillis;
  }

  /**
   * A connection, as soon as there is one.
   *
   * @throws SQLException when it is refused for a reason that does not pass by itself, as a wrong
   *     password
   */
  @Override
  public Connection getConnection() throws SQLException {
    return persistently(source::getConnection);
  }

  /** As {@link #getConnection()}, for a user. */
  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return persistently(() -> source.getConnection(user, password));
  }

  private interface Connecting {
    Connection connect() throws SQLException;
  }

  private Connection persistently(Connecting connecting) throws SQLException {
    while (true) {
      try {
        Connection connection = connecting.connect();
        if (away.getAndSet(false)) {
          LOG.info("the database is there again");
        }
        return connection;
      } catch (SQLException e) {
        if (!passes(e)) {
          throw e;
        }
        if (!away.getAndSet(true)) {
          LOG.warning("the database is away, and is tried again: " + SqliteStore.reason(e));
        }
        pause(e);
      }
    }
  }

  private static boolean passes(SQLException e) {
    PostgresFailure failure = PostgresFailure.of(e);
    return failure == PostgresFailure.LOST || failure == PostgresFailure.UNAVAILABLE;
  }

  private void pause(SQLException failure) throws SQLException {
    try {
      Thread.sleep(pauseMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
