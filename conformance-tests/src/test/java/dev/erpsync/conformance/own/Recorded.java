package dev.erpsync.conformance.own;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Answers one request as a sample documents it, and keeps what it was asked. */
final class Recorded implements AutoCloseable {
  private final Sample sample;
  private final HttpServer server;
  private final CompletableFuture<Request> asked = new CompletableFuture<>();

  Recorded(Sample sample) throws IOException {
    this.sample = sample;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What was asked, with those headers that the sample documents. */
  Request asked() {
    return asked.join();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : sample.request().headers().keySet()) {
      headers.put(
          name,
          String.join(",", exchange.getRequestHeaders().getOrDefault(name, java.util.List.of())));
    }
    byte[] asked = exchange.getRequestBody().readAllBytes();
    this.asked.complete(
        new Request(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
            headers,
            asked.length == 0
                ? Optional.empty()
                : Optional.of(Content.json(new ObjectMapper().readTree(asked)))));
    boolean empty = sample.status() == 204;
    byte[] body =
        sample.response().body().orElseThrow().toString().getBytes(StandardCharsets.UTF_8);
    if (!empty) {
      sample.response().headers().forEach(exchange.getResponseHeaders()::set);
    }
    exchange.sendResponseHeaders(sample.status(), empty ? -1 : body.length);
    if (!empty) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
