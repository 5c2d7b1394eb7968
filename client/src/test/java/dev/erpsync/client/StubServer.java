package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback that remembers what it was asked, and answers as it was told. */
public final class StubServer implements AutoCloseable {

  /** One request as it came. */
  public record Received(String method, URI uri, Headers headers, String body) {
    public List<String> header(String name) {
      return headers.getOrDefault(name, List.of());
    }
  }

  /** What the server does with a request. */
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange, Received request) throws IOException;
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;

  private StubServer(Answer answer) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            var request =
                new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            received.add(request);
            answer.to(exchange, request);
          }
        });
    server.start();
  }

  public static StubServer doing(Answer answer) {
    return new StubServer(answer);
  }

  /** Always the same answer; an empty body is no body. */
  public static StubServer answering(int status, String body) {
    return doing((exchange, request) -> reply(exchange, status, body));
  }

  /** Answers JSON. */
  public static void reply(HttpExchange exchange, int status, String body) throws IOException {
    reply(exchange, status, body.isEmpty() ? "" : "application/json; charset=utf-8", body);
  }

  /** An empty type is none. */
  public static void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public ErpSyncClientBuilder client() {
    return ErpSyncClient.builder(address());
  }

  /** All requests so far. */
  public List<Received> received() {
    return received;
  }

  /** The one request that came. */
  public Received request() {
    if (received.size() != 1) {
      throw new AssertionError("not one request but " + received);
    }
    return received.get(0);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
