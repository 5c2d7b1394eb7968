package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Copies of an embedded store. */
public final class SqliteBackup {
  private SqliteBackup() {}

  /**
   * Writes everything that is committed now into a file, also while a server runs, which does not
   * wait for it. The file appears when it is whole, checked and on disk.
   *
   * @throws StoreException when there is no store, the file exists, or it cannot be written
   */
  public static void backup(Path directory, Path to) {
    SqliteFile store = SqliteFile.in(SqliteStore.absolute(directory));
    Path target = SqliteStore.absolute(to);
    if (!store.exists()) {
      throw new StoreException("there is no store in " + SqliteStore.absolute(directory));
    }
    if (Files.exists(target)) {
      throw new StoreException(target + " is there already; a backup replaces nothing");
    }
    DriverFiles driver = DriverFiles.ofACommand();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      DurableFiles.createPrivate(part);
      // One reading transaction, however long it takes; the page-by-page copy that the engine also
      // has begins anew whenever another process writes.
      try (Handle reader = Jdbi.create(store.source(true)).open()) {
        reader.execute("vacuum into ?", part.toString());
      }
      new SqliteFile(part).requireSound(SqliteFile.ALL_OF_IT);
      DurableFiles.move(part, target);
    } catch (IOException | RuntimeException e) {
      DurableFiles.delete(part);
      throw new StoreException(
          "cannot back up into %s: %s".formatted(target, SqliteStore.reason(e)), e);
    } finally {
      driver.delete();
    }
  }
}
