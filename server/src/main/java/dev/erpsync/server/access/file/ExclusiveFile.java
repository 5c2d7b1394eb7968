package dev.erpsync.server.access.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that one process at a time may replace, by way of a lock file beside it. Readers see the
 * old content or the new, never half of one; where permissions are POSIX's, only the owner.
 */
final class ExclusiveFile implements AutoCloseable {
  private final Path file;
  private final FileChannel lock;

  private ExclusiveFile(Path file, FileChannel lock) {
    this.file = file;
    this.lock = lock;
  }

  /** Waits until no other process holds the file. */
  static ExclusiveFile take(Path file) throws UsersFileException {
    try {
      // Behind a link stands the file that is meant.
      Path real = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
      Path beside = real.resolveSibling(real.getFileName() + ".lock");
      FileChannel lock =
          FileChannel.open(
              beside, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly(real));
      try {
        lock.lock();
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
      return new ExclusiveFile(real, lock);
    } catch (NoSuchFileException e) {
      throw new UsersFileException("its directory does not exist", e);
    } catch (IOException e) {
      throw new UsersFileException("it cannot be written (" + name(e) + ")", e);
    }
  }

  /** Puts new content in the place of the old, on disk when this returns. */
  void replaceBy(byte[] content) throws UsersFileException {
    Path next = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(next);
      try (FileChannel out =
          FileChannel.open(
              next,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              ownerOnly(file))) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UsersFileException("it cannot be written (" + name(e) + ")", e);
    }
  }

  /** Lets the next process have it. The lock file stays: who waits for it must find the same. */
  @Override
  public void close() throws UsersFileException {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UsersFileException("its lock cannot be let go (" + name(e) + ")", e);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) throws IOException {
    boolean posix = Files.getFileStore(parent(file)).supportsFileAttributeView("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static Path parent(Path file) throws NoSuchFileException {
    Path parent = file.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new NoSuchFileException(String.valueOf(parent));
    }
    return parent;
  }

  private static String name(IOException e) {
    return e.getClass().getSimpleName();
  }
}
