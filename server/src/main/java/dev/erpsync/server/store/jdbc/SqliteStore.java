package dev.erpsync.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.erpsync.server.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens the embedded store: one SQLite file in a data directory. */
public final class SqliteStore {
  private static final String FILE = "erpsync.db";
  private static final int READERS = 4;
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  private SqliteStore() {}

  /**
   * Opens the store in a directory, makes both when they are missing, and brings the schema up to
   * date. Only one process at a time can hold it.
   *
   * @throws StoreException when the directory cannot be used, another process holds it, or the file
   *     is no erpsync store or a damaged or newer one; the file is then left as it is
   */
  public static JdbcStore open(Path directory) {
    Path data = directory.toAbsolutePath().normalize();
    if (data.toString().contains("?")) {
      throw new StoreException("the data directory " + data + " must not have a ? in its name");
    }
    DirectoryLock lock = DirectoryLock.take(data);
    DriverFiles driver = DriverFiles.in(data);
    try {
      String url = "jdbc:sqlite:" + data.resolve(FILE);
      if (Files.exists(data.resolve(FILE))) {
        requireOurs(source(url, true));
      }
      DataSource writer = source(url, false);
      migrate(writer);
      HikariDataSource reader = readers(source(url, true));
      var transactions = SqliteTransactions.start(Jdbi.create(writer), Jdbi.create(reader));
      return new JdbcStore(
          transactions,
          () -> {
            transactions.close();
            reader.close();
            driver.delete();
            lock.close();
          });
    } catch (RuntimeException e) {
      lock.close();
      throw new StoreException("cannot open the store in " + data + ": " + firstLine(rootOf(e)), e);
    }
  }

  /** Looks without writing: a file that is not ours, or newer than we are, stays as it is. */
  private static void requireOurs(DataSource store) {
    Jdbi.create(store)
        .useHandle(
            handle -> {
              int tables =
                  handle.createQuery("select count(*) from sqlite_master").mapTo(int.class).one();
              int ours =
                  handle
                      .createQuery(
                          "select count(*) from sqlite_master where name = 'flyway_schema_history'")
                      .mapTo(int.class)
                      .one();
              if (tables > 0 && ours == 0) {
                throw new StoreException("it is a database of something else");
              }
            });
    boolean newer =
        Arrays.stream(flyway(store).info().all())
            .anyMatch(m -> m.getState() == MigrationState.FUTURE_SUCCESS);
    if (newer) {
      throw new StoreException("it was written by a newer version");
    }
  }

  private static DataSource source(String url, boolean readOnly) {
    var config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    if (!readOnly) {
      // FULL: a commit returns when it is on disk.
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    }
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  private static HikariDataSource readers(DataSource source) {
    var config = new HikariConfig();
    config.setPoolName("reader");
    config.setDataSource(source);
    config.setMaximumPoolSize(READERS);
    config.setReadOnly(true);
    return new HikariDataSource(config);
  }

  private static void migrate(DataSource writer) {
    Flyway flyway = flyway(writer);
    flyway.migrate();
    if (flyway.info().current() == null) {
      throw new FlywayException("no migration was found");
    }
  }

  private static Flyway flyway(DataSource store) {
    return Flyway.configure(SqliteStore.class.getClassLoader())
        .dataSource(store)
        .locations("classpath:dev/erpsync/server/store/sqlite")
        .load();
  }

  private static Throwable rootOf(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null || cause == e ? e : rootOf(cause);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(e.toString());
  }
}
