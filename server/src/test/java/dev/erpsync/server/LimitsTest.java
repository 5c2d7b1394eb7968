package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.http.HttpLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one client can take of a server: tested with small limits, without measuring time. */
@Tag("D6")
class LimitsTest {
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(200);
  static final String LATE_HEAD = "Request line and headers did not come in time.";
  static final String LATE_BODY = "The request body did not come in time.";
  private static final String CALL =
      "POST /api/v1/Agents/ErpSync/BreakActorLink HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/json\r\n%s\r\n\r\n";

  @TempDir Path data;

  @ParameterizedTest
  @ValueSource(strings = {"G", "GET /api HTTP/1.1", "GET /api HTTP/1.1\r\nHost: localhost\r\nX: "})
  void aHeadThatStopsIs408(String begun) throws Exception {
    try (var server = start(limits(SHORT, LONG, LONG))) {
      assertThat(new RawClient(server.uri()).send(begun))
          .startsWith("HTTP/1.1 408 ")
          .contains("\r\nConnection: close\r\n", "\"ErrorType\":\"ArgumentException\"", LATE_HEAD);
    }
  }

  @Test
  @Tag("D13")
  void aHeadThatStopsIs408InTheFormatThatWasHeard() throws Exception {
    try (var server = start(limits(SHORT, LONG, LONG))) {
      String begun = "GET /api HTTP/1.1\r\nAccept: text/xml\r\nHost:";
      assertThat(new RawClient(server.uri()).send(begun))
          .startsWith("HTTP/1.1 408 ")
          .contains("\r\nContent-Type: text/xml;charset=utf-8\r\n", "<ServiceError>");
    }
  }

  @Test
  void aHeadThatTricklesForTooLongIs408() throws Exception {
    try (var server = start(limits(LONG, SHORT, LONG))) {
      assertThat(trickled(server, "GET /api HTTP/1.1\r\nHost: localhost\r\nX: "))
          .startsWith("HTTP/1.1 408 ")
          .contains(LATE_HEAD);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 100000", "Transfer-Encoding: chunked"})
  void aBodyThatStopsIs408(String length) throws Exception {
    try (var server = start(limits(SHORT, LONG, LONG))) {
      assertThat(new RawClient(server.uri()).send(call(length)))
          .startsWith("HTTP/1.1 408 ")
          .contains("\r\nConnection: close\r\n", LATE_BODY);
    }
  }

  @Test
  void aBodyThatTricklesForTooLongIs408() throws Exception {
    try (var server = start(limits(LONG, LONG, SHORT))) {
      assertThat(trickled(server, call("Content-Length: 100000")))
          .startsWith("HTTP/1.1 408 ")
          .contains("\r\nConnection: close\r\n", LATE_BODY);
    }
  }

  @Test
  void aConnectionOnWhichNothingWasBegunIsClosedWithoutAWord() throws Exception {
    try (var server = start(limits(SHORT, LONG, LONG))) {
      assertThat(new RawClient(server.uri()).send("")).isEmpty();
    }
  }

  @Test
  void aConnectionBeyondTheLimitWaitsForAnotherToEnd() throws Exception {
    try (var server = start(new HttpLimits(2, 16 << 10, 100, 1 << 20, LONG, LONG, LONG))) {
      var client = new RawClient(server.uri());
      String request = "GET /api HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      CompletableFuture<String> waiting;
      try (Socket first = opened(client);
          Socket second = opened(client)) {
        waiting = CompletableFuture.supplyAsync(() -> sent(client, request));
        assertThat(first.isConnected() && second.isConnected()).isTrue();
        assertThat(waiting).isNotDone();
      }
      assertThat(waiting.join()).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void aBodyThatIsTooLongIsRefusedBeforeItIsSent() throws Exception {
    try (var server = start(HttpLimits.standard())) {
      assertThat(
              new RawClient(server.uri())
                  .send(call("Expect: 100-continue\r\nContent-Length: 2000000")))
          .startsWith("HTTP/1.1 413 ")
          .contains("\r\nConnection: close\r\n");
    }
  }

  private ErpSyncServer start(HttpLimits limits) throws StartException {
    return ErpSyncServer.start(RunningServer.options(data), limits);
  }

  private static HttpLimits limits(Duration silence, Duration head, Duration body) {
    return new HttpLimits(100, 16 << 10, 100, 1 << 20, silence, head, body);
  }

  private static String call(String header) {
    return CALL.formatted(RunningServer.AUTHORIZATION, header);
  }

  /** A connection that the server has taken: it has answered on it. */
  private static Socket opened(RawClient client) throws IOException {
    Socket socket = client.connect();
    String request = "OPTIONS /api HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  private static String sent(RawClient client, String request) {
    try {
      return client.send(request);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Sends a byte now and then until the server says something. */
  private static String trickled(ErpSyncServer server, String begun) throws Exception {
    try (Socket socket = new RawClient(server.uri()).connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(begun.getBytes(StandardCharsets.US_ASCII));
      try {
        while (socket.getInputStream().available() == 0) {
          out.write(' ');
          out.flush();
          Thread.sleep(5);
        }
      } catch (SocketException e) {
        // The server has hung up; what it said is still there.
      }
      return RawClient.rest(socket);
    }
  }
}
