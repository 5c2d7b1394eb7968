package dev.erpsync.server.http.container;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * Jetty around the application: limits of a connection, threads, and a stop that lets running
 * requests finish.
 */
public final class HttpServer implements AutoCloseable {
  private static final long DRAIN_MILLIS = 10_000;
  private static final long DRAIN_SILENCE_MILLIS = 2_000;

  /** Acceptors, selectors, and some to spare. */
  private static final int OWN_THREADS = 16;

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
   * @param allowedHosts names under which the server may be called, besides its own
   * @param limits how much a client may take
   * @param errors the responses to what the container rejects
   * @param application handles the requests
   * @throws IOException when the address cannot be bound; the message says why
   */
  public static HttpServer start(
      String host,
      int port,
      Optional<Tls> tls,
      List<String> allowedHosts,
      HttpLimits limits,
      ContainerErrors errors,
      ResourceConfig application)
      throws IOException {
    // At finer levels Jetty writes down whole requests, with everything that proves who sent them.
    if (JETTY.isLoggable(Level.CONFIG)) {
      JETTY.setLevel(Level.INFO);
    }
    // Platform threads, one for each connection that serves a request: those that compute do not
    // stop others, as they do on virtual threads, and those that wait for a body cost a stack.
    var server = new Server(new QueuedThreadPool(limits.busyConnections() + OWN_THREADS));
    var connector = new ServerConnector(server, protocols(limits, tls));
    connector.setHost(host.replaceAll("[\\[\\]]", ""));
    connector.setPort(port);
    connector.setAcceptQueueSize(limits.connections());
    // Later than the watch, which has a response for it; this is for responses that nobody reads.
    connector.setIdleTimeout(limits.silence().plusSeconds(1).toMillis());
    connector.setShutdownIdleTimeout(DRAIN_SILENCE_MILLIS);
    server.addConnector(connector);
    server.addBean(new ConnectionLimit(limits.busyConnections(), connector));
    var context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new ServletContainer(application)), "/*");
    var watch =
        new ConnectionWatch(
            new HeadGuard(context, limits, new ServedNames(host, allowedHosts)),
            limits,
            errors,
            connector.getScheduler());
    connector.addEventListener(watch);
    server.setHandler(new GracefulHandler(watch));
    context.setErrorHandler(errors);
    server.setErrorHandler(errors);
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
    var http = new HttpConnectionFactory(configuration);
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
    configuration.addComplianceViolationListener(new Expectations());
    configuration.setRequestHeaderSize(limits.lineAndHeaderBytes());
    return configuration;
  }
}
