package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Copies of an embedded store, into a file and back. */
public final class SqliteBackup {
  private static final Duration ALL_OF_IT = Duration.ofDays(1);

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
      createPrivate(part);
      // One reading transaction, however long it takes; the page-by-page copy that the engine also
      // has begins anew whenever another process writes.
      try (Handle reader = Jdbi.create(store.source(true)).open()) {
        reader.execute("vacuum into ?", part.toString());
      }
      new SqliteFile(part).requireSound(ALL_OF_IT);
      move(part, target);
    } catch (IOException | RuntimeException e) {
      delete(part);
      throw new StoreException(
          "cannot back up into %s: %s".formatted(target, SqliteStore.reason(e)), e);
    } finally {
      driver.delete();
    }
  }

  /**
   * Puts a backup in the place of a store that no server holds. It is checked before; at every
   * moment either the old store is there or the new one. The next start brings its schema up to
   * date.
   *
   * @throws StoreException when a server holds the directory, or the backup is damaged, of
   *     something else or of a newer version; the store is then as it was
   */
  public static void restore(Path directory, Path from) {
    Path data = SqliteStore.absolute(directory);
    Path backup = SqliteStore.absolute(from);
    if (!Files.isRegularFile(backup)) {
      throw new StoreException("there is no file " + backup);
    }
    DirectoryLock lock = DirectoryLock.take(data);
    DriverFiles driver = DriverFiles.in(data);
    Path part = data.resolve("erpsync.restored");
    try {
      createPrivate(part);
      Files.copy(backup, part, StandardCopyOption.REPLACE_EXISTING);
      new SqliteFile(part).requireSound(ALL_OF_IT);
      setAside(SqliteFile.in(data));
      move(part, SqliteFile.in(data).path());
    } catch (IOException | RuntimeException e) {
      delete(part);
      throw new StoreException("cannot restore %s: %s".formatted(backup, SqliteStore.reason(e)), e);
    } finally {
      driver.delete();
      lock.close();
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
    try (Handle handle = Jdbi.create(old.source(false)).open()) {
      handle.execute("pragma wal_checkpoint(truncate)");
    } catch (RuntimeException e) {
      Path damaged = old.path().resolveSibling("erpsync.damaged-" + System.currentTimeMillis());
      Files.copy(old.path(), damaged);
    }
    Files.deleteIfExists(old.log());
    Files.deleteIfExists(old.path().resolveSibling(old.path().getFileName() + "-shm"));
  }

  private static void createPrivate(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  /** First the content on disk, then the name, and then the name on disk. */
  private static void move(Path from, Path to) throws IOException {
    force(from, StandardOpenOption.WRITE);
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    Path folder = to.getParent();
    if (folder != null && folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      force(folder, StandardOpenOption.READ);
    }
  }

  private static void force(Path file, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(file, how)) {
      channel.force(true);
    }
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      part.toFile().deleteOnExit();
    }
  }
}
