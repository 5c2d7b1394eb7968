package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.SQLiteConnection;

/** Puts a backup in the place of an embedded store, whether a server holds it or not. (D41) */
public final class SqliteRestore {
  /** How long other writers are waited for before the store is replaced under a server. */
  private static final int PAUSE_MILLIS = 10;

  private static final int PAUSES = 1_000;
  private static final int ALL_PAGES = -1;

  private SqliteRestore() {}

  /**
   * Replaces the store by a backup, which is checked before. At every moment either the old store
   * is there or the new one. A server that runs on the store goes on with the new one: the engine
   * replaces the pages in one transaction, which others wait for as for any. Without a server a
   * store that is too damaged for that is replaced too, and kept beside the new one.
   *
   * @throws StoreException when the backup is damaged, of something else or of a newer version, or
   *     a server of another version holds the directory; the store is then as it was
   */
  public static void restore(Path directory, Path from) {
    Path data = SqliteStore.absolute(directory);
    Path backup = SqliteStore.absolute(from);
    if (!Files.isRegularFile(backup)) {
      throw new StoreException("there is no file " + backup);
    }
    Optional<DirectoryLock> lock = DirectoryLock.tryTake(data);
    DriverFiles driver = lock.isPresent() ? DriverFiles.in(data) : DriverFiles.ofACommand();
    SqliteFile store = SqliteFile.in(data);
    Path part = data.resolve("erpsync.restored-" + ProcessHandle.current().pid());
    try {
      DurableFiles.createPrivate(part);
      Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
      var copy = new SqliteFile(part);
      copy.requireSound(SqliteFile.ALL_OF_IT);
      // A running server would not do it.
      Migrations.SQLITE.apply(copy.source(false));
      if (lock.isPresent()) {
        setAside(store);
        DurableFiles.move(part, store.path());
      } else if (Migrations.SQLITE.areIn(store.source(true))) {
        replacePages(store, part);
      } else {
        throw new StoreException("a server of another version holds the store");
      }
    } catch (IOException | RuntimeException e) {
      throw new StoreException("cannot restore %s: %s".formatted(backup, SqliteStore.reason(e)), e);
    } finally {
      new SqliteFile(part).files().forEach(DurableFiles::delete);
      driver.delete();
      lock.ifPresent(DirectoryLock::close);
    }
  }

  private static void replacePages(SqliteFile store, Path backup) {
    try (Handle handle = Jdbi.create(store.source(false)).open()) {
      handle
          .getConnection()
          .unwrap(SQLiteConnection.class)
          .getDatabase()
          .restore("main", backup.toString(), null, PAUSE_MILLIS, PAUSES, ALL_PAGES);
    } catch (SQLException e) {
      throw new StoreException("the store cannot be written: " + SqliteStore.reason(e), e);
    }
  }

  /**
   * Leaves nothing in the log of the old store that the engine could take for the new one's: what
   * it holds goes into the file. A store that is too damaged for that is kept under another name.
   */
  private static void setAside(SqliteFile old) throws IOException {
    if (!old.exists()) {
      Files.deleteIfExists(old.log());
      return;
    }
    try {
      if (!old.checkpoint()) {
        throw new StoreException(
            "another process uses the store in " + old.path().toAbsolutePath().getParent());
      }
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      Path damaged = old.path().resolveSibling("erpsync.damaged-" + System.currentTimeMillis());
      Files.copy(old.path(), damaged);
    }
    Files.deleteIfExists(old.log());
    Files.deleteIfExists(old.index());
  }
}
