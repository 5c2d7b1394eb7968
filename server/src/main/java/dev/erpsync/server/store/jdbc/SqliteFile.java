package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** The one file of an embedded store: how it is opened, and whether it is sound and ours. */
record SqliteFile(Path path) {
  private static final Logger LOG = Logger.getLogger(SqliteFile.class.getName());
  private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  /** The server does not run then: only a backup or a tool can be in the way. */
  private static final int CHECKPOINT_MILLIS = 1_000;

  /** For a look that leaves nothing out. */
  static final Duration ALL_OF_IT = Duration.ofDays(1);

  /** Steps of the engine after which it asks whether to go on; a few milliseconds. */
  private static final int STEPS = 100_000;

  static SqliteFile in(Path data) {
    return new SqliteFile(data.resolve("erpsync.db"));
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Changes that were committed and have not reached the file yet. */
  Path log() {
    return path.resolveSibling(path.getFileName() + "-wal");
  }

  /** Where in the log a page is; the engine makes it anew when it is missing. */
  Path index() {
    return path.resolveSibling(path.getFileName() + "-shm");
  }

  /** Everything that belongs to it. */
  List<Path> files() {
    return List.of(path, log(), index());
  }

  /** Commits a write that changes nothing; it throws what the engine throws when it cannot. */
  void requireWritable() {
    Jdbi.create(source(false))
        .useHandle(
            handle -> {
              int version = handle.createQuery("pragma user_version").mapTo(int.class).one();
              handle.execute("pragma user_version = " + version);
            });
  }

  /**
   * Moves everything from the log into the file.
   *
   * @return false when another process reads or writes the store, so that the log is still needed
   */
  boolean checkpoint() {
    try (Handle handle = Jdbi.create(source(false)).open()) {
      handle.execute("pragma busy_timeout = " + CHECKPOINT_MILLIS);
      return handle
          .createQuery("pragma wal_checkpoint(truncate)")
          .map((row, context) -> row.getInt("busy") == 0)
          .one();
    } catch (RuntimeException e) {
      if (SqliteFailures.outage(e).isPresent()) {
        return false;
      }
      throw e;
    }
  }

  DataSource source(boolean readOnly) {
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
    source.setUrl("jdbc:sqlite:" + path);
    return source;
  }

  /**
   * Looks without writing.
   *
   * @param patience how long to look for damage at most; what is not looked at counts as sound
   * @throws StoreException when it is damaged, not ours, or newer than we are
   */
  void requireSound(Duration patience) {
    requireHeader();
    DataSource source = source(true);
    Jdbi.create(source)
        .useHandle(
            handle -> {
              damage(handle, patience)
                  .ifPresent(
                      found -> {
                        throw new StoreException("it is damaged: " + found);
                      });
              requireOurs(handle);
            });
    Migrations.SQLITE.requireKnown(source);
  }

  private void requireHeader() {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] found = in.readNBytes(HEADER.length);
      if (!Arrays.equals(found, HEADER)) {
        throw new StoreException(
            found.length == 0 ? "it is empty" : "it is damaged, or no database at all");
      }
    } catch (IOException e) {
      throw new StoreException("it cannot be read", e);
    }
  }

  private static void requireOurs(Handle handle) {
    String tables = "select count(*) from sqlite_master";
    int all = handle.createQuery(tables).mapTo(int.class).one();
    int ours =
        handle.createQuery(tables + " where name = 'flyway_schema_history'").mapTo(int.class).one();
    if (all > 0 && ours == 0) {
      throw new StoreException("it is a database of something else");
    }
  }

  /** The first damage that the engine finds. */
  private static Optional<String> damage(Handle handle, Duration patience) {
    long begun = System.nanoTime();
    try (Statement check = handle.getConnection().createStatement()) {
      ProgressHandler.setHandler(
          handle.getConnection(),
          STEPS,
          new ProgressHandler() {
            @Override
            protected int progress() {
              return System.nanoTime() - begun > patience.toNanos() ? 1 : 0;
            }
          });
      try (var found = check.executeQuery("pragma quick_check(1)")) {
        return Optional.of(found.getString(1)).filter(text -> !text.equals("ok"));
      } finally {
        ProgressHandler.clearHandler(handle.getConnection());
      }
    } catch (SQLiteException e) {
      if (e.getResultCode() == SQLiteErrorCode.SQLITE_INTERRUPT) {
        LOG.info("the store is too large to look at all of it; no damage was found so far");
        return Optional.empty();
      }
      if (SqliteFailures.outage(e).isPresent() || SqliteFailures.isReadOnly(e)) {
        throw new StoreException("it cannot be used: " + e.getMessage(), e);
      }
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (SQLException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
