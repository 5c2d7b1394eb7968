package dev.erpsync.server.store.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.erpsync.server.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Opens the embedded store: one SQLite file in a data directory. */
public final class SqliteStore {
  private static final Logger LOG = Logger.getLogger(SqliteStore.class.getName());
  private static final int READERS = 4;
  private static final long NEEDED_BYTES = 4 << 20;

  /** A store of some hundred megabytes; larger ones are not to start more slowly for it. */
  private static final Duration LOOKING = Duration.ofSeconds(2);

  private SqliteStore() {}

  /**
   * Opens the store in a directory, makes both when they are missing, and brings the schema up to
   * date. Only one process at a time can hold it.
   *
   * @throws StoreException when the directory cannot be used, another process holds it, or the file
   *     is no erpsync store or a damaged or newer one; the file is then left as it is
   */
  public static JdbcStore open(Path directory) {
    Path data = absolute(directory);
    DirectoryLock lock = DirectoryLock.take(data);
    DriverFiles driver = driverFiles(data, lock);
    try {
      SqliteFile file = SqliteFile.in(data);
      requireSound(file);
      DataSource writer = file.source(false);
      Migrations.SQLITE.apply(writer);
      file.requireWritable();
      OpenedFile opened = OpenedFile.of(file);
      HikariDataSource reader = readers(file.source(true));
      var transactions = SqliteTransactions.start(Jdbi.create(writer), Jdbi.create(reader), opened);
      return new JdbcStore(
          transactions,
          () -> {
            transactions.close();
            reader.close();
            closeLog(file, opened);
            driver.delete();
            lock.close();
          });
    } catch (RuntimeException | LinkageError e) {
      lock.close();
      String reason = lacksRoom(data) ? "less than 4 MiB are free" : reason(e);
      throw new StoreException("cannot open the store in " + data + ": " + reason, e);
    }
  }

  /** Whether the driver's library and a new store have no room; what they report then differs. */
  private static boolean lacksRoom(Path data) {
    try {
      return Files.getFileStore(data).getUsableSpace() < NEEDED_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static DriverFiles driverFiles(Path data, DirectoryLock lock) {
    try {
      return DriverFiles.in(data);
    } catch (StoreException e) {
      lock.close();
      throw e;
    }
  }

  /** The directory as it is named in messages and to the driver. */
  static Path absolute(Path directory) {
    Path data = directory.toAbsolutePath().normalize();
    if (data.toString().contains("?")) {
      throw new StoreException("the data directory " + data + " must not have a ? in its name");
    }
    return data;
  }

  /** The first line of the deepest message. */
  static String reason(Throwable e) {
    Throwable cause = e.getCause();
    return cause == null || cause == e
        ? String.valueOf(e.getMessage()).strip().lines().findFirst().orElse(e.toString())
        : reason(cause);
  }

  private static void requireSound(SqliteFile file) {
    if (file.exists()) {
      file.requireSound(LOOKING);
      return;
    }
    try {
      if (Files.exists(file.log()) && Files.size(file.log()) > 0) {
        // The engine would take the file for new, and throw away what the log holds.
        throw new StoreException("its file is missing, and its log " + file.log() + " is there");
      }
    } catch (IOException e) {
      throw new StoreException("its log cannot be read", e);
    }
  }

  /** Leaves everything in the one file, so that a copy of it alone is a copy of the store. (D41) */
  private static void closeLog(SqliteFile file, OpenedFile opened) {
    try {
      // A new, empty file must not appear in the place of one that was deleted.
      opened.requireThere();
      if (!file.checkpoint()) {
        LOG.warning("another process uses the store; " + file.log() + " is still part of it");
      }
    } catch (RuntimeException e) {
      LOG.warning("the store could not be closed cleanly: " + reason(e));
    }
  }

  private static HikariDataSource readers(DataSource source) {
    var config = new HikariConfig();
    config.setPoolName("reader");
    config.setDataSource(source);
    config.setMaximumPoolSize(READERS);
    config.setReadOnly(true);
    return new HikariDataSource(config);
  }
}
