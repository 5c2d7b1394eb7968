package dev.erpsync.conformance.proxy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;

/** Sends requests on to one target, over HTTP/1.1 and following no redirect. Thread-safe. */
final class Forwarder {
  /** The client sets these itself: for the target, and for the body that it is given. */
  private static final Set<String> OWN = Set.of("host", "content-length", "expect");

  private static final String AGENT = "User-Agent";
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final HttpClient client;
  private final String root;
  private final Duration timeout;

  /**
   * A forwarder.
   *
   * @param target root of the target; may have a path, which goes in front of every path
   * @param timeout how long to wait for the head of an answer
   * @param tls whom to trust, where the target is https
   */
  Forwarder(URI target, Duration timeout, SSLContext tls) {
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT.compareTo(timeout) < 0 ? CONNECT : timeout)
            .sslContext(tls)
            .build();
    this.root = target.toString().replaceFirst("/+$", "");
    this.timeout = timeout;
  }

  /**
   * Sends a request on, and waits for the head of the answer.
   *
   * @throws IllegalArgumentException when the request cannot be sent on without a change
   * @throws IOException when no answer comes
   */
  HttpResponse<InputStream> send(HttpExchange exchange, BodyPublisher body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(joined(exchange.getRequestURI()))
            .timeout(timeout)
            .method(exchange.getRequestMethod(), body);
    Map<String, List<String>> headers = HopByHop.without(exchange.getRequestHeaders());
    headers.forEach(
        (name, values) -> {
          if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
            values.forEach(value -> request.header(name, ascii(name, value)));
          }
        });
    if (!headers.containsKey(AGENT)) {
      // The client would name itself and the version of Java.
      request.header(AGENT, "erpsync-conformance");
    }
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }

  /**
   * The place at the target. Only a path with its query (origin form, RFC 9112, section 3.2.1) is
   * joined to it: what does not begin with a slash could name another host.
   */
  private URI joined(URI sent) {
    if (!sent.toString().startsWith("/") || sent.getRawFragment() != null) {
      throw new IllegalArgumentException("the request target is not a path with a query");
    }
    return URI.create(root + sent);
  }

  /** The client would send question marks in the place of other characters. */
  private static String ascii(String name, String value) {
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException("header " + name + " holds more than ASCII");
    }
    return value;
  }
}
