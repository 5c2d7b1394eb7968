package dev.erpsync.conformance.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Serves HTTP/1.1 on one address with a bounded number of threads, until it is closed; what runs
 * then comes to its end, for ten seconds at most. A request that is not there within two minutes is
 * given up, and an answer within ten. Thread-safe.
 */
public final class LocalServer implements AutoCloseable {
  private static final int THREADS = 128;
  private static final Duration DRAIN = Duration.ofSeconds(10);

  // The JDK's server reads these once. Without the first it waits 40 ms before each answer.
  static {
    propose("sun.net.httpserver.nodelay", "true");
    propose("sun.net.httpserver.maxReqTime", "120");
    propose("sun.net.httpserver.maxRspTime", "600");
    propose("jdk.httpserver.maxConnections", "1000");
  }

  private final HttpServer server;
  private final String host;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  /** One party for the server itself, and one for each running exchange. */
  private final Phaser running = new Phaser(1);

  private volatile boolean closing;

  private LocalServer(HttpServer server, String host) {
    this.server = server;
    this.host = host;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param handler answers every request; an exception ends the connection
   * @param refusal answers what comes after the end was begun
   * @throws IOException when the address cannot be used
   */
  public static LocalServer start(String host, int port, HttpHandler handler, HttpHandler refusal)
      throws IOException {
    var address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new IOException("no such host");
    }
    var server = new LocalServer(HttpServer.create(address, 0), host);
    server.server.setExecutor(server.threads);
    server.server.createContext("/", exchange -> server.handle(exchange, handler, refusal));
    server.server.start();
    return server;
  }

  /** Where it is reached. */
  public URI uri() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://%s:%d".formatted(name, server.getAddress().getPort()));
  }

  /** Takes nothing new, and lets what runs come to its end. */
  @Override
  public void close() {
    closing = true;
    try {
      running.awaitAdvanceInterruptibly(running.arrive(), DRAIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // What takes that long is cut off.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange, HttpHandler handler, HttpHandler refusal)
      throws IOException {
    if (closing) {
      exchange.getResponseHeaders().set("Connection", "close");
      refusal.handle(exchange);
      return;
    }
    running.register();
    try {
      handler.handle(exchange);
    } finally {
      running.arriveAndDeregister();
    }
  }

  private static void propose(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
