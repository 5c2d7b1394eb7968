package dev.erpsync.conformance.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends bytes as they are, which no HTTP client would, each on a connection of its own; over TLS
 * when the target is https. Thread-safe.
 */
public final class RawSender {
  private static final int MAX_BYTES = 1 << 20;
  private static final int SILENCE_MILLIS = 1000;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final URI baseUrl;
  private final SSLSocketFactory tls;
  private final Duration timeout;
  private final Consumer<RawExchange> told;

  /** A sender to one target that tells nobody. */
  public RawSender(URI baseUrl) {
    this(baseUrl, exchange -> {});
  }

  /**
   * A sender to one target.
   *
   * @param baseUrl where the root of the target is
   * @param told is told of every exchange
   */
  public RawSender(URI baseUrl, Consumer<RawExchange> told) {
    this(baseUrl, (SSLSocketFactory) SSLSocketFactory.getDefault(), TIMEOUT, told);
  }

  RawSender(URI baseUrl, SSLSocketFactory tls, Duration timeout) {
    this(baseUrl, tls, timeout, exchange -> {});
  }

  private RawSender(
      URI baseUrl, SSLSocketFactory tls, Duration timeout, Consumer<RawExchange> told) {
    this.baseUrl = baseUrl;
    this.tls = tls;
    this.timeout = timeout;
    this.told = told;
  }

  /** Name and port of the target, as in the Host header. */
  public String host() {
    return baseUrl.getRawAuthority();
  }

  /** Path of the target's root, without a slash at the end. */
  public String root() {
    return String.valueOf(baseUrl.getRawPath()).replaceFirst("^null$|/+$", "");
  }

  /**
   * Sends a request, one byte a character, and reads one response to its end; interim responses
   * (1xx) are skipped.
   *
   * @throws NoHttpException when what comes is no HTTP/1.1
   * @throws IOException when no whole response comes within 30 s, or it is longer than 1 MiB
   */
  public Response send(String request) throws IOException {
    try {
      Response response = exchange(request, false);
      told.accept(new RawExchange(request, Optional.of(response), ""));
      return response;
    } catch (IOException e) {
      told.accept(new RawExchange(request, Optional.empty(), e.toString()));
      throw e;
    }
  }

  /**
   * Asks for a head, and reads whatever comes after it: a client would throw that away.
   *
   * @return the head, and what a body must not have
   */
  Response head(Request request) throws IOException {
    var text =
        new StringBuilder(request.method()).append(' ').append(root()).append(request.path());
    text.append(request.query().isEmpty() ? "" : "?" + request.query()).append(" HTTP/1.1\r\n");
    text.append("Host: ").append(host()).append("\r\nConnection: close\r\n");
    request.headers().forEach((n, v) -> text.append(n).append(": ").append(v).append("\r\n"));
    return exchange(text.append("\r\n").toString(), true);
  }

  private Response exchange(String request, boolean untilSilence) throws IOException {
    try (var plain = new Socket()) {
      // Whatever hangs, be it connecting, sending or reading, ends when the socket is closed.
      var late = new AtomicBoolean();
      var alarm =
          CompletableFuture.runAsync(
              () -> {
                late.set(true);
                close(plain);
              },
              after(timeout));
      try {
        plain.connect(new InetSocketAddress(baseUrl.getHost().replaceAll("[\\[\\]]", ""), port()));
        Socket socket = "https".equalsIgnoreCase(baseUrl.getScheme()) ? secure(plain) : plain;
        write(socket.getOutputStream(), request.getBytes(StandardCharsets.ISO_8859_1));
        var reader = new ResponseReader(socket.getInputStream(), MAX_BYTES);
        ResponseReader.Head head = reader.head();
        if (!untilSilence) {
          return head.with(reader.body(head, method(request)));
        }
        socket.setSoTimeout(SILENCE_MILLIS);
        return head.with(reader.rest());
      } catch (IOException e) {
        throw late.get() ? new SocketTimeoutException("no whole response in time") : e;
      } finally {
        alarm.cancel(false);
      }
    }
  }

  private static Executor after(Duration time) {
    return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** A target may answer, and hang up, before it has read all. */
  private static void write(OutputStream out, byte[] request) {
    try {
      out.write(request);
      out.flush();
    } catch (IOException e) {
      // What it answered is still to be read; if it did not, reading fails as well.
    }
  }

  private static String method(String request) {
    return request.split(" ", 2)[0];
  }

  private Socket secure(Socket plain) throws IOException {
    var socket = (SSLSocket) tls.createSocket(plain, baseUrl.getHost(), port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private int port() {
    int standard = "https".equalsIgnoreCase(baseUrl.getScheme()) ? 443 : 80;
    return baseUrl.getPort() < 0 ? standard : baseUrl.getPort();
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }
}
