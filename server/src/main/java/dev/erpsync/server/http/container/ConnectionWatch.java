package dev.erpsync.server.http.container;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Logger;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Enforces the limits of open connections: the time of a head and of a body, silence, and their
 * number. A timer does it, because a thread that reads does not return to a check of its own while
 * bytes keep coming that are no content. When there are too many connections, those on which no
 * request is served are closed, the longest waiting one first. Thread-safe. (D6)
 */
final class ConnectionWatch extends Handler.Wrapper implements Connection.Listener {
  private static final Logger LOG = Logger.getLogger(ConnectionWatch.class.getName());

  /** How often connections are looked at within the shortest limit. */
  private static final int LOOKS = 8;

  private static final long LONGEST_PERIOD_MILLIS = 250;

  private final HttpLimits limits;
  private final ContainerErrors errors;
  private final Scheduler scheduler;
  private final Map<Connection, WatchedConnection> open = new ConcurrentHashMap<>();
  private volatile boolean stopped;

  /**
   * A watch, to be added to a connector as a listener of its connections.
   *
   * @param handler handles the requests
   * @param limits how much a client may take
   * @param errors writes the response to a head that does not arrive in time
   * @param scheduler the connector's
   */
  ConnectionWatch(Handler handler, HttpLimits limits, ContainerErrors errors, Scheduler scheduler) {
    super(handler);
    this.limits = limits;
    this.errors = errors;
    this.scheduler = scheduler;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    scheduleNext();
  }

  @Override
  protected void doStop() throws Exception {
    stopped = true;
    super.doStop();
  }

  @Override
  public void onOpened(Connection connection) {
    // Not the TLS connection below, whose requests cannot be seen.
    if (connection instanceof ConnectionMetaData) {
      var opened = new WatchedConnection(connection, limits, errors, System.nanoTime());
      open.put(connection, opened);
      makeRoom(opened);
    }
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    WatchedConnection connection = open.get(request.getConnectionMetaData().getConnection());
    if (connection == null || !connection.begin()) {
      callback.failed(new EofException("The connection is closed"));
      return true;
    }
    if (connection.isLast()) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    request.addHttpStreamWrapper(connection::watched);
    return super.handle(request, response, callback);
  }

  /** Closes the longest waiting connection where an address, or the server, has too many. */
  private void makeRoom(WatchedConnection opened) {
    long ofAddress = open.values().stream().filter(opened::hasSameAddress).count();
    if (ofAddress > limits.connectionsOfAddress()
        && !closeLongestWaiting(opened, opened::hasSameAddress)
        && !opened.isLoopback()) {
      LOG.warning("an address has too many requests at once; its new connection was closed");
      opened.closeIfWaiting();
    } else if (open.size() > limits.connections()) {
      closeLongestWaiting(opened, connection -> true);
    }
  }

  private boolean closeLongestWaiting(
      WatchedConnection opened, Predicate<WatchedConnection> which) {
    Optional<WatchedConnection> longest =
        open.values().stream()
            .filter(connection -> connection != opened && connection.isWaiting())
            .filter(which)
            .min(Comparator.comparingLong(WatchedConnection::since));
    longest.ifPresent(
        connection -> {
          LOG.warning("too many connections; the longest waiting one was closed");
          connection.closeIfWaiting();
        });
    return longest.isPresent();
  }

  private void look() {
    long now = System.nanoTime();
    open.values().forEach(connection -> connection.enforce(now));
    scheduleNext();
  }

  private void scheduleNext() {
    if (!stopped) {
      long period = Math.min(limits.shortest().toMillis() / LOOKS + 1, LONGEST_PERIOD_MILLIS);
      scheduler.schedule(this::look, period, TimeUnit.MILLISECONDS);
    }
  }
}
