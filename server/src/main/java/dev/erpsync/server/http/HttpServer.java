package dev.erpsync.server.http;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * Jetty around the application: limits of a connection, threads, and a stop that lets running
 * requests finish.
 */
public final class HttpServer implements AutoCloseable {
  private static final long DRAIN_MILLIS = 10_000;
  private static final long DRAIN_SILENCE_MILLIS = 2_000;
  private static final Logger LOG = Logger.getLogger(HttpServer.class.getName());

  /** Kept, because a logger that nobody holds forgets its level. */
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

  private final Server server;
  private final ServerConnector connector;

  private HttpServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Starts to listen.
   *
   * @param host name or address of the interface; an IPv6 address may stand in brackets
   * @param port 0 for any free one
   * @param tls with it, HTTPS and nothing else is spoken
   * @throws IOException when the address cannot be bound; the message says why
   */
  public static HttpServer start(
      String host, int port, Optional<Tls> tls, ErpSyncApplication application) throws IOException {
    // At finer levels Jetty writes down whole requests, with everything that proves who sent them.
    if (JETTY.isLoggable(Level.CONFIG)) {
      JETTY.setLevel(Level.INFO);
    }
    var threads = new QueuedThreadPool();
    // Null where the JDK has none; requests then run on the pool's own threads.
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    var server = new Server(threads);
    var connector = new ServerConnector(server, protocols(application.limits(), tls));
    connector.setHost(host.replaceAll("[\\[\\]]", ""));
    connector.setPort(port);
    connector.setIdleTimeout(application.limits().silence().toMillis());
    connector.setShutdownIdleTimeout(DRAIN_SILENCE_MILLIS);
    server.addConnector(connector);
    server.addBean(new ConnectionLimit(application.limits().connections(), connector));
    var context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new ServletContainer(application)), "/*");
    server.setHandler(new GracefulHandler(new HeadGuard(context)));
    context.setErrorHandler(application.containerErrors());
    server.setErrorHandler(application.containerErrors());
    server.setStopTimeout(DRAIN_MILLIS);
    try {
      connector.open();
      server.start();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not start", e);
    }
    return new HttpServer(server, connector);
  }

  /** Where the server answers. */
  public URI uri() {
    String host = connector.getHost();
    return URI.create(
        (connector.getConnectionFactory(SslConnectionFactory.class) == null ? "http" : "https")
            + "://"
            + (host.contains(":") ? "[" + host + "]" : host)
            + ":"
            + connector.getLocalPort());
  }

  /**
   * Takes no new request, waits for running ones (10 s at most, and 2 s for one that says nothing),
   * and stops.
   */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (TimeoutException e) {
      LOG.warning("some requests still ran when the server stopped");
    } catch (Exception e) {
      throw new IllegalStateException("the HTTP server does not stop", e);
    }
  }

  private static ConnectionFactory[] protocols(HttpLimits limits, Optional<Tls> tls) {
    HttpConfiguration configuration = configuration(limits);
    var http = new BoundedConnectionFactory(configuration, limits);
    if (tls.isEmpty()) {
      return new ConnectionFactory[] {http};
    }
    // Whether the name fits the certificate is for the client to judge.
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    return new ConnectionFactory[] {
      new SslConnectionFactory(tls.get().factory(), http.getProtocol()), http
    };
  }

  private static HttpConfiguration configuration(HttpLimits limits) {
    var configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.addCustomizer(new ClientAddress());
    configuration.setRequestHeaderSize(limits.lineAndHeaderBytes());
    return configuration;
  }
}
