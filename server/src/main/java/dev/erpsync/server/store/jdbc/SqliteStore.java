package dev.erpsync.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.erpsync.server.store.StoreException;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens the embedded store: one SQLite file in a data directory. */
public final class SqliteStore {
  private static final String FILE = "erpsync.db";
  private static final int READERS = 4;
  private static final int BUSY_TIMEOUT_MILLIS = 20_000;

  private SqliteStore() {}

  /**
   * Opens the store in a directory, makes both when they are missing, and brings the schema up to
   * date. Only one process at a time can hold it.
   *
   * @throws StoreException when the directory cannot be used, another process holds it, or the file
   *     is no erpsync store or a damaged or newer one; the file is then left as it is
   */
  public static JdbcStore open(Path directory) {
    DirectoryLock lock = DirectoryLock.take(directory);
    HikariDataSource writer = null;
    try {
      String url = "jdbc:sqlite:" + directory.resolve(FILE);
      writer = pool("writer", source(url, false), 1, false);
      migrate(writer);
      HikariDataSource reader = pool("reader", source(url, true), READERS, true);
      HikariDataSource opened = writer;
      return new JdbcStore(
          Jdbi.create(opened),
          Jdbi.create(reader),
          () -> {
            reader.close();
            opened.close();
            lock.close();
          });
    } catch (RuntimeException e) {
      if (writer != null) {
        writer.close();
      }
      lock.close();
      throw new StoreException(
          "cannot open the store in " + directory + ": " + firstLine(rootOf(e)), e);
    }
  }

  private static DataSource source(String url, boolean readOnly) {
    var config = new SQLiteConfig();
    config.setReadOnly(readOnly);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    if (!readOnly) {
      // FULL: a commit returns when it is on disk. IMMEDIATE: a writing transaction never fails
      // half-way for a lock.
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    }
    var source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  private static HikariDataSource pool(String name, DataSource source, int size, boolean readOnly) {
    var config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setMaximumPoolSize(size);
    config.setReadOnly(readOnly);
    return new HikariDataSource(config);
  }

  private static void migrate(DataSource writer) {
    Flyway flyway =
        Flyway.configure(SqliteStore.class.getClassLoader())
            .dataSource(writer)
            .locations("classpath:dev/erpsync/server/store/sqlite")
            .load();
    flyway.migrate();
    if (flyway.info().current() == null) {
      throw new FlywayException("no migration was found");
    }
  }

  private static Throwable rootOf(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null || cause == e ? e : rootOf(cause);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(e.toString());
  }
}
