package dev.erpsync.conformance.own.languages;

import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.serve.Body;
import dev.erpsync.conformance.serve.Incoming;
import dev.erpsync.conformance.serve.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stands between a client and a server, and keeps what was said on the wire. Thread-safe. */
final class Relay implements AutoCloseable {
  /** An exchange as it was on the wire. */
  record Exchange(Request request, Response response) {}

  private static final List<String> OF_ONE_CONNECTION =
      List.of(
          "Host",
          "Connection",
          "Content-Length",
          "Transfer-Encoding",
          "Upgrade",
          "HTTP2-Settings",
          "Expect",
          "Keep-Alive",
          "TE",
          "Accept-Encoding");

  private final HttpSender server;
  private final LocalServer relay;
  private final List<Exchange> exchanges = new ArrayList<>();
  private Optional<String> label = Optional.empty();
  private Optional<String> instead = Optional.empty();

  Relay(URI target) throws IOException {
    server = new HttpSender(target);
    relay = LocalServer.start("127.0.0.1", 0, this::handle, HttpExchange::close);
  }

  URI uri() {
    return relay.uri();
  }

  /** Labels the next answer with another type. */
  synchronized void label(String contentType) {
    label = Optional.of(contentType);
  }

  /** Answers this the next time, and not what the server says. */
  synchronized void say(String body) {
    instead = Optional.of(body);
  }

  /** The only exchange since all were forgotten. */
  synchronized Exchange exchange() {
    if (exchanges.size() != 1) {
      throw new IllegalStateException("not one exchange but " + exchanges);
    }
    return exchanges.get(0);
  }

  /** Forgets what was said so far. */
  synchronized void forget() {
    exchanges.clear();
    label = Optional.empty();
    instead = Optional.empty();
  }

  @Override
  public void close() {
    relay.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] sent = exchange.getRequestBody().readAllBytes();
    Request request = Incoming.of(exchange, new Body(Content.of(sent), sent.length));
    Response response = server.send(forwarded(request));
    String type = remember(request, response).orElse("");
    if (!type.isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", type);
    }
    byte[] body = said().orElse(response.text()).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  private synchronized Optional<String> remember(Request request, Response response) {
    exchanges.add(new Exchange(request, response));
    Optional<String> type = label.or(response::contentType);
    label = Optional.empty();
    return type;
  }

  private synchronized Optional<String> said() {
    Optional<String> said = instead;
    instead = Optional.empty();
    return said;
  }

  private static Request forwarded(Request request) {
    Request forwarded = request;
    for (String name : OF_ONE_CONNECTION) {
      forwarded = forwarded.without(name);
    }
    return forwarded;
  }
}
