package dev.erpsync.conformance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server with an emulator control, whose operations respond with nonsense, and not before they
 * are released.
 */
final class ControlledServer implements AutoCloseable {
  private final AtomicInteger resets = new AtomicInteger();
  private final AtomicInteger seeds = new AtomicInteger();
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile String state;
  private volatile int stateStatus = 200;
  private volatile int lastGoodSeed = Integer.MAX_VALUE;

  private ControlledServer(HttpServer server, String state) {
    this.server = server;
    this.state = state;
  }

  /** Starts one on a free port. */
  static ControlledServer start(String state) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var started = new ControlledServer(HttpServer.create(address, 0), state);
    started.server.setExecutor(started.threads);
    started.server.createContext("/", started::handle);
    started.server.start();
    return started;
  }

  int port() {
    return server.getAddress().getPort();
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  String state() {
    return state;
  }

  void setState(String other) {
    state = other;
  }

  int resets() {
    return resets.get();
  }

  /** Lets the operations respond. */
  void release() {
    released.countDown();
  }

  /** Whether an operation was called within a minute. */
  boolean isCalled() throws InterruptedException {
    return called.await(60, TimeUnit.SECONDS);
  }

  void showStateWith(int status) {
    stateStatus = status;
  }

  /** Rejects all seeds after so many. */
  void rejectSeedsAfter(int count) {
    lastGoodSeed = count;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (exchange.getRequestURI().getPath()) {
      case "/_emulator/state" -> send(exchange, stateStatus, state);
      case "/_emulator/reset" -> {
        resets.incrementAndGet();
        state = "{}";
        send(exchange, 204, "");
      }
      case "/_emulator/seed" -> {
        boolean good = seeds.incrementAndGet() <= lastGoodSeed;
        if (good) {
          state = new String(body, StandardCharsets.UTF_8);
        }
        send(exchange, good ? 204 : 409, good ? "" : "no");
      }
      default -> {
        called.countDown();
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        send(exchange, 200, "true");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    threads.shutdownNow();
  }
}
