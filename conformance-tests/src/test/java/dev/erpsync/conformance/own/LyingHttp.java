package dev.erpsync.conformance.own;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A pretender at an address of its own, for those who are given only that. */
public final class LyingHttp implements AutoCloseable {
  private static final Set<String> OF_THE_CONNECTION =
      Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "date");

  private final Pretender pretender;
  private final Sender honest;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Starts it on a free port of the loopback. */
  public LyingHttp(Pretender pretender, Sender honest) throws IOException {
    this.pretender = pretender;
    this.honest = honest;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where it answers. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, String.join(", ", values));
              }
            });
    byte[] body = exchange.getRequestBody().readAllBytes();
    Request request =
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getRawPath(),
            Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
            headers,
            body.length == 0 ? Optional.empty() : Optional.of(Content.of(body)));
    Response response = pretender.send(request, honest);
    response
        .headers()
        .forEach(
            (name, values) -> {
              if (!name.startsWith(":")
                  && !OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
              }
            });
    byte[] text = response.text().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(response.status(), text.length == 0 ? -1 : text.length);
    if (text.length > 0) {
      exchange.getResponseBody().write(text);
    }
    exchange.close();
  }
}
