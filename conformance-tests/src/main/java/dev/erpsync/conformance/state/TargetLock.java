package dev.erpsync.conformance.state;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Excludes other runs of this user from a target: a second run would take the state that the first
 * one puts in place for the original. The system releases the lock of a process that is killed.
 */
final class TargetLock implements AutoCloseable {
  /** POSIX releases the locks of a process on a file whenever it closes the file, however often. */
  private static final Set<Path> LOCKED_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private TargetLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Locks a target.
   *
   * @param baseUrl of the target
   * @return empty when another run has the lock
   * @throws IOException when there is no place for the file
   */
  static Optional<TargetLock> of(URI baseUrl) throws IOException {
    Path file = Files.createDirectories(folder()).resolve(name(baseUrl) + ".lock");
    if (!LOCKED_HERE.add(file)) {
      return Optional.empty();
    }
    Optional<FileChannel> channel = Optional.empty();
    try {
      channel = locked(file);
      return channel.map(open -> new TargetLock(file, open));
    } finally {
      if (channel.isEmpty()) {
        LOCKED_HERE.remove(file);
      }
    }
  }

  private static Optional<FileChannel> locked(Path file) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    @Nullable FileLock lock = null;
    try {
      lock = channel.tryLock();
      return lock == null ? Optional.empty() : Optional.of(channel);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
  }

  /** The place of data that outlives a process, by the XDG Base Directory Specification. */
  private static Path folder() {
    Path named = Path.of(Optional.ofNullable(System.getenv("XDG_STATE_HOME")).orElse(""));
    Path standard = Path.of(System.getProperty("user.home"), ".local", "state");
    return (named.isAbsolute() ? named : standard).resolve("erpsync");
  }

  /** Host, port and path: on one host there may be a server for each path. */
  private static String name(URI baseUrl) {
    int standard = "https".equalsIgnoreCase(baseUrl.getScheme()) ? 443 : 80;
    int port = baseUrl.getPort() < 0 ? standard : baseUrl.getPort();
    String root = String.valueOf(baseUrl.getRawPath()).replaceFirst("^null$|/+$", "");
    String name = host(baseUrl.getHost().toLowerCase(Locale.ROOT)) + "-" + port + root;
    return URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  /** An address has several names on loopback; elsewhere a name may be one of several servers. */
  private static String host(String host) {
    try {
      InetAddress address = InetAddress.getByName(host.replaceAll("[\\[\\]]", ""));
      return address.isLoopbackAddress() ? address.getHostAddress() : host;
    } catch (UnknownHostException e) {
      return host;
    }
  }

  /** A file of the target, beside that of the lock. */
  Path sibling(String suffix) {
    return file.resolveSibling(String.valueOf(file.getFileName()).replaceFirst("\\.lock$", suffix));
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      LOCKED_HERE.remove(file);
    }
  }
}
