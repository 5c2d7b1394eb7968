package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a data directory to one process; the operating system lets go of it when the process ends,
 * however it ends.
 */
final class DirectoryLock implements AutoCloseable {
  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the directory, and makes it when it is missing.
   *
   * @throws StoreException when it cannot be used, or another process holds it
   */
  static DirectoryLock take(Path directory) {
    return tryTake(directory)
        .orElseThrow(
            () ->
                new StoreException(
                    "the data directory " + directory + " is in use by another server"));
  }

  /** As {@link #take}, but empty when another process holds the directory. */
  static Optional<DirectoryLock> tryTake(Path directory) {
    FileChannel channel = open(directory);
    if (lock(channel) == null) {
      close(channel);
      return Optional.empty();
    }
    return Optional.of(new DirectoryLock(channel));
  }

  private static FileChannel open(Path directory) {
    try {
      createPrivate(directory);
      return FileChannel.open(
          directory.resolve("erpsync.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      throw new StoreException("the data directory " + directory + " is not a directory", e);
    } catch (IOException e) {
      throw new StoreException(
          "cannot use the data directory %s (%s)".formatted(directory, reason(e)), e);
    }
  }

  /** The store holds what opens ERP systems: a directory that is made here is its owner's only. */
  private static void createPrivate(Path directory) throws IOException {
    boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (posix && Files.notExists(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectories(directory);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Java says by the type of the exception, and not in its message, that access is denied. */
  private static String reason(IOException e) {
    return e.getClass().getSimpleName().replace("Exception", "");
  }

  @Override
  public void close() {
    close(channel);
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
