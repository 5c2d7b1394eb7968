package dev.erpsync.server.access.file;

import dev.erpsync.server.access.Directory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * A users file that is read again when it has changed. It is looked at once a second at most, when
 * somebody calls; while a new file cannot be used, the users of the old one stay. Thread-safe.
 */
public final class UsersFile implements Supplier<Directory> {
  private static final Logger LOG = Logger.getLogger(UsersFile.class.getName());
  private static final long EVERY_MILLIS = Duration.ofSeconds(1).toMillis();
  private static final int MOST_BYTES = 64 << 20;
  private static final String GONE = "gone";

  private final Path file;
  private final InstantSource clock;
  private final AtomicLong lastLook;
  private volatile Content content;

  private UsersFile(Path file, InstantSource clock) throws UsersFileException {
    this.file = file;
    this.clock = clock;
    this.lastLook = new AtomicLong(clock.millis());
    String state = state();
    this.content = new Content(state, read());
  }

  /**
   * Reads a file, and watches it from then on.
   *
   * @throws UsersFileException when it cannot be used
   */
  public static UsersFile open(Path file, InstantSource clock) throws UsersFileException {
    return new UsersFile(file, clock);
  }

  /** The users, as the file has them. */
  @Override
  public Directory get() {
    long now = clock.millis();
    long last = lastLook.get();
    if (Math.abs(now - last) >= EVERY_MILLIS && lastLook.compareAndSet(last, now)) {
      look();
    }
    return content.directory();
  }

  /** One thread at a time at most; the others go on with what there is. */
  private synchronized void look() {
    String state = state();
    if (state.equals(content.state())) {
      return;
    }
    Directory directory = content.directory();
    try {
      directory = read();
      LOG.info("the users file has changed and was read again");
    } catch (UsersFileException e) {
      LOG.warning("the users stay as they were: " + e.reason());
    }
    content = new Content(state, directory);
  }

  private Directory read() throws UsersFileException {
    try {
      return DirectoryMapping.of(UsersJson.parse(bytes(file)));
    } catch (UsersFileException e) {
      throw new UsersFileException("users file %s: %s".formatted(file, e.reason()), e);
    }
  }

  static byte[] bytes(Path file) throws UsersFileException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UsersFileException("it is larger than " + MOST_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new UsersFileException("it cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /** Changes whenever the file does: commands put another file in its place, editors may not. */
  private String state() {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.fileKey() + " " + attributes.lastModifiedTime() + " " + attributes.size();
    } catch (IOException e) {
      return GONE;
    }
  }

  private record Content(String state, Directory directory) {}
}
