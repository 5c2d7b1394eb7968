package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Detects that the file of an open store was deleted or replaced. The operating system keeps a
 * deleted file for the processes that have it open, so that every write would succeed, and be lost.
 * (D39)
 *
 * <p>Thread-safe.
 */
final class OpenedFile {
  private final SqliteFile file;
  private final @Nullable Object key;

  /** A new log beside readers of the old one would split the store, so this is final. */
  private volatile boolean logLost;

  private OpenedFile(SqliteFile file, @Nullable Object key) {
    this.file = file;
    this.key = key;
  }

  /** Remembers the identity of a file that exists. */
  static OpenedFile of(SqliteFile file) {
    return new OpenedFile(file, key(file.path()));
  }

  /**
   * Checks that the path still leads to the file that was opened.
   *
   * @throws StoreException when it does not
   */
  void requireThere() {
    if (!Objects.equals(key(file.path()), key)) {
      throw new StoreException(file.path() + " was replaced; restart the server");
    }
    if (logLost) {
      throw new StoreException(file.log() + " was deleted; restart the server");
    }
  }

  /**
   * As {@link #requireThere()}, for a connection that has committed and is still open: the engine
   * keeps the log as long as that.
   */
  void requireThereWithLog() {
    if (!Files.exists(file.log())) {
      logLost = true;
    }
    requireThere();
  }

  /** Identifies the file itself; null where the file system has no such key. */
  private static @Nullable Object key(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      // Without the cause: its message is the path only, and the log takes the deepest message.
      throw new StoreException(
          "%s was deleted or cannot be reached (%s); restart the server"
              .formatted(path, e.getClass().getSimpleName()));
    }
  }
}
