package dev.erpsync.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import dev.erpsync.server.store.StoreException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Opens a store on PostgreSQL, which several servers may share. */
public final class PostgresStore {
  private static final Logger LOG = Logger.getLogger(PostgresStore.class.getName());

  /** How long a call waits for a connection before it is told that there is none. */
  private static final int CONNECTION_MILLIS = 3_000;

  /** How soon a database that is away is tried again. */
  private static final int PAUSE_MILLIS = 200;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * A session that commits without waiting for the disk would break D38, so that setting is raised,
   * never lowered. The other two bound for how long a server that hangs can hold up the others.
   */
  private static final String SESSION =
      """
      select set_config('synchronous_commit', 'on', false)
        where current_setting('synchronous_commit', true) = 'off';
      set lock_timeout = '10s';
      set idle_in_transaction_session_timeout = '60s'""";

  private PostgresStore() {}

  /**
   * Opens the store and brings the schema up to date. Several servers may do so at once.
   *
   * @throws StoreException when the database cannot be reached or used; the message holds no secret
   */
  public static JdbcStore open(DatabaseSettings settings) {
    try {
      try (HikariDataSource one = new HikariDataSource(config(settings))) {
        requireFit(one);
        Migrations.POSTGRESQL.apply(one);
      }
      HikariDataSource pool = pool(settings);
      return new JdbcStore(new PostgresTransactions(pool, PATIENCE), pool::close);
    } catch (RuntimeException e) {
      throw new StoreException(
          "cannot open the store in %s: %s".formatted(settings, SqliteStore.reason(e)), e);
    }
  }

  static HikariDataSource pool(DatabaseSettings settings) {
    HikariConfig config = config(settings);
    config.setPoolName("database");
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionInitSql(SESSION);
    config.setAutoCommit(false);
    // Otherwise a connection is handed out with what it was set up by still uncommitted.
    config.setIsolateInternalQueries(true);
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    config.setDataSource(new PersistentSource(driver(config), PAUSE_MILLIS));
    // The first connection may take as long as any other; that there is a database is known by now.
    config.setInitializationFailTimeout(-1);
    return new HikariDataSource(config);
  }

  /** What a pool would make of these settings by itself. */
  private static DataSource driver(HikariConfig config) {
    return new DriverDataSource(
        config.getJdbcUrl(),
        config.getDriverClassName(),
        config.getDataSourceProperties(),
        config.getUsername(),
        config.getPassword());
  }

  /** For a few connections; what the URL does not say is set to what a server needs. */
  static HikariConfig config(DatabaseSettings settings) {
    var config = new HikariConfig();
    config.setPoolName("migration");
    config.setJdbcUrl(settings.url());
    settings.user().ifPresent(config::setUsername);
    settings.password().ifPresent(config::setPassword);
    // Flyway holds one while it asks with another.
    config.setMaximumPoolSize(3);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_MILLIS);
    config.addDataSourceProperty("ApplicationName", "erpsync");
    config.addDataSourceProperty("connectTimeout", "3");
    // Seconds for one statement; without it a machine that vanished is waited for for ever.
    config.addDataSourceProperty("socketTimeout", "120");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return config;
  }

  /** Looks without writing: a database that is not ours, or newer than we are, stays as it is. */
  private static void requireFit(DataSource database) {
    Jdbi.create(database)
        .useHandle(
            handle -> {
              String encoding =
                  handle.createQuery("show server_encoding").mapTo(String.class).one();
              if (!encoding.equals("UTF8")) {
                throw new StoreException("its encoding is " + encoding + " and must be UTF8");
              }
              boolean flushes =
                  handle
                      .createQuery("select coalesce(current_setting('fsync', true), 'on')")
                      .mapTo(String.class)
                      .one()
                      .equals("on");
              if (!flushes) {
                LOG.warning(
                    "the database runs with fsync off: what was answered can be lost with its machine");
              }
              String tables =
                  "select count(*) from information_schema.tables"
                      + " where table_schema = current_schema()";
              int all = handle.createQuery(tables).mapTo(int.class).one();
              int ours =
                  handle
                      .createQuery(tables + " and table_name = 'flyway_schema_history'")
                      .mapTo(int.class)
                      .one();
              if (all > 0 && ours == 0) {
                throw new StoreException("it is a database of something else");
              }
            });
    Migrations.POSTGRESQL.requireKnown(database);
  }
}
