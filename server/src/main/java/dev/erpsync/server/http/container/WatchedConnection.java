package dev.erpsync.server.http.container;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** An open connection, what it is busy with, and since when. Thread-safe. */
final class WatchedConnection {
  /** A chunk of one byte takes six; an eighth of what comes is content at the least. */
  private static final int MOST_OVERHEAD = 8;

  /** After the first request of what was read at once. */
  private static final int MOST_PIPELINED = 15;

  /** How long the response to a late body may take to be written. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  private enum Phase {
    /** No request is served: nothing has come, or a head has begun. */
    WAITING,
    /** A request is served, and nothing of its body is awaited. */
    SERVING,
    /** The body of the request is being read. */
    READING,
    /** As READING, and the reader was told that the time is over. */
    LATE,
    /** Closed from here. */
    CLOSED
  }

  private final Connection connection;
  private final HttpLimits limits;
  private final ContainerErrors errors;
  private final SocketAddress address;

  private Phase phase = Phase.WAITING;
  private long since;
  private long bytesBefore;
  private long bytes;
  private long heard;
  private long bytesAtBegin;
  private int pipelined;

  /**
   * A connection that was opened now.
   *
   * @param now {@link System#nanoTime}
   */
  WatchedConnection(Connection connection, HttpLimits limits, ContainerErrors errors, long now) {
    this.connection = connection;
    this.limits = limits;
    this.errors = errors;
    this.address = connection.getEndPoint().getRemoteSocketAddress();
    this.since = now;
    this.heard = now;
  }

  boolean hasSameAddress(WatchedConnection other) {
    return address instanceof InetSocketAddress mine
        && other.address instanceof InetSocketAddress theirs
        && mine.getAddress().equals(theirs.getAddress());
  }

  boolean isLoopback() {
    return address instanceof InetSocketAddress mine && mine.getAddress().isLoopbackAddress();
  }

  synchronized boolean isWaiting() {
    return phase == Phase.WAITING;
  }

  /** When it began to wait, or to do what it does, as {@link System#nanoTime}. */
  synchronized long since() {
    return since;
  }

  /**
   * A request has come.
   *
   * @return whether it may be served; not when the connection was closed from here
   */
  synchronized boolean begin() {
    if (phase == Phase.CLOSED) {
      return false;
    }
    long came = connection.getBytesIn();
    pipelined = came == bytesAtBegin ? pipelined + 1 : 0;
    bytesAtBegin = came;
    enter(Phase.SERVING);
    return true;
  }

  /**
   * Whether the present request is the last to be served here. Of requests that are sent without
   * waiting for responses (RFC 9112, section 9.3.2), one read can bring hundreds, which would all
   * be served although the client may be gone.
   */
  synchronized boolean isLast() {
    return pipelined == MOST_PIPELINED;
  }

  /** The stream of a request, which tells when its body is read and when it is complete. */
  HttpStream watched(HttpStream stream) {
    return new HttpStream.Wrapper(stream) {
      @Override
      public Content.@Nullable Chunk read() {
        reading();
        Content.Chunk chunk = super.read();
        if (chunk != null && chunk.isLast()) {
          leave(Phase.SERVING);
        }
        return chunk;
      }

      @Override
      public void send(
          MetaData.@Nullable Request request,
          MetaData.@Nullable Response response,
          boolean last,
          @Nullable ByteBuffer content,
          Callback callback) {
        responding();
        super.send(request, response, last, content, callback);
      }

      @Override
      public void succeeded() {
        leave(Phase.WAITING);
        super.succeeded();
      }

      @Override
      public void failed(Throwable cause) {
        leave(Phase.WAITING);
        super.failed(cause);
      }
    };
  }

  /** Closes the connection unless it serves a request. */
  synchronized void closeIfWaiting() {
    if (phase == Phase.WAITING) {
      close();
    }
  }

  /** Ends what takes longer, or sends more, than the limits allow. */
  synchronized void enforce(long now) {
    if (phase == Phase.SERVING || phase == Phase.CLOSED) {
      return;
    }
    listen(now);
    boolean silent = isOver(heard, limits.silence(), now);
    if (phase == Phase.WAITING) {
      boolean begun = bytes > bytesBefore;
      if (begun && (silent || isOver(since, limits.head(), now))) {
        rejectHead();
      } else if (silent) {
        close();
      }
    } else if (bytes - bytesBefore > MOST_OVERHEAD * (long) limits.bodyBytes()) {
      close();
    } else if (phase == Phase.LATE && isOver(since, GRACE, now)) {
      close();
    } else if (phase == Phase.LATE) {
      failRead();
    } else if (silent || isOver(since, limits.body(), now)) {
      phase = Phase.LATE;
      since = now;
      failRead();
    }
  }

  /**
   * Fails the read that waits, so that the response is written where all others are. It is
   * repeated, because it has no effect on a reader that does not wait at this moment. One that
   * never waits, because bytes keep coming, ends when the connection is closed.
   */
  private void failRead() {
    connection.onIdleExpired(new TimeoutException("The request body did not come in time"));
  }

  /** Notes whether anything came. With its first byte, the time of a head begins. */
  private void listen(long now) {
    long came = connection.getBytesIn();
    if (came != bytes) {
      if (phase == Phase.WAITING && bytes == bytesBefore) {
        since = now;
      }
      bytes = came;
      heard = now;
    }
  }

  /** The response to a late body is being written. */
  private synchronized void responding() {
    if (phase == Phase.LATE) {
      enter(Phase.SERVING);
    }
  }

  private synchronized void reading() {
    if (phase == Phase.SERVING) {
      enter(Phase.READING);
    }
  }

  private synchronized void leave(Phase next) {
    if (phase != Phase.CLOSED) {
      enter(next);
    }
  }

  private void enter(Phase next) {
    phase = next;
    since = System.nanoTime();
    heard = since;
    bytesBefore = connection.getBytesIn();
    bytes = bytesBefore;
  }

  private void rejectHead() {
    phase = Phase.CLOSED;
    // No thread writes on a connection whose head has not come.
    connection
        .getEndPoint()
        .write(Callback.from(connection.getEndPoint()::close), errors.lateHead());
  }

  private void close() {
    phase = Phase.CLOSED;
    connection.getEndPoint().close();
  }

  private static boolean isOver(long begun, Duration limit, long now) {
    return now - begun >= limit.toNanos();
  }
}
