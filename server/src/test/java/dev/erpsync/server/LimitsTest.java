package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.server.http.container.HttpLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

  private static final String REQUEST =
      "GET /api HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  private static final int BETWEEN_BYTES_MILLIS = 5;

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
  void aHeadThatStopsIs408InJsonBecauseItsAcceptIsNotKnown() throws Exception {
    try (var server = start(limits(SHORT, LONG, LONG))) {
      String begun = "GET /api HTTP/1.1\r\nAccept: text/xml\r\nHost:";
      assertThat(new RawClient(server.uri()).send(begun))
          .startsWith("HTTP/1.1 408 ")
          .contains(
              "\r\nContent-Type: application/json;charset=utf-8\r\n",
              "\r\nCache-Control: no-store\r\n",
              "\r\nX-Content-Type-Options: nosniff\r\n")
          .containsPattern("\r\nX-Request-Id: [0-9a-f-]{36}\r\n");
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

  @ParameterizedTest
  @ValueSource(strings = {"2;extension=", "2\r\n{}\r\n0\r\nTrailer: "})
  void aBodyThatTricklesWithoutContentIs408(String begun) throws Exception {
    try (var server = start(limits(LONG, LONG, SHORT))) {
      assertThat(trickled(server, call("Transfer-Encoding: chunked") + begun))
          .startsWith("HTTP/1.1 408 ")
          .contains("\r\nConnection: close\r\n", LATE_BODY);
    }
  }

  @Test
  void aBodyThatFloodsTheServerWithoutContentIsClosed() throws Exception {
    try (var server = start(limits(LONG, LONG, LONG));
        Socket socket = new RawClient(server.uri()).connect()) {
      write(socket, call("Transfer-Encoding: chunked") + "2;extension=");
      byte[] extension = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
      assertThatThrownBy(
              () -> {
                while (true) {
                  socket.getOutputStream().write(extension);
                }
              })
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void ofRequestsThatDoNotWaitForResponsesSixteenAreServed() throws Exception {
    try (var server = start(HttpLimits.standard())) {
      String request = "GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n";
      String responses = new RawClient(server.uri()).send(request.repeat(100));
      assertThat(responses.split("HTTP/1.1 200 ", -1)).hasSize(1 + 16);
      assertThat(responses.split("Connection: close", -1)).hasSize(1 + 1);
    }
  }

  @Test
  void aConnectionThatWaitsForARequestGivesWayToANewOneBeyondTheLimit() throws Exception {
    try (var server = start(fewConnections())) {
      var client = new RawClient(server.uri());
      try (Socket first = opened(client);
          Socket second = opened(client);
          Socket third = opened(client)) {
        assertThat(sent(client, REQUEST)).startsWith("HTTP/1.1 200 ");
        assertThat(List.of(first, second, third)).filteredOn(LimitsTest::isServed).hasSize(2);
      }
    }
  }

  @Test
  void aConnectionBeyondTheLimitWaitsWhenAllOthersServeRequests() throws Exception {
    try (var server = start(fewConnections())) {
      var client = new RawClient(server.uri());
      var busy = new ArrayList<Socket>();
      for (int i = 0; i < 5; i++) {
        busy.add(withBegunBody(client));
      }
      CompletableFuture<String> waiting =
          CompletableFuture.supplyAsync(() -> sent(client, REQUEST));
      assertThat(waiting).isNotDone();
      for (Socket socket : busy) {
        socket.close();
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

  /** Three of one address may wait, and five may be served. */
  private static HttpLimits fewConnections() {
    return new HttpLimits(4, 16 << 10, 100, 1 << 20, LONG, LONG, LONG);
  }

  /** A connection on which a request was served, and that waits for another. */
  private static Socket opened(RawClient client) throws IOException {
    Socket socket = client.connect();
    write(socket, "OPTIONS /api HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertThat(socket.getInputStream().read()).isEqualTo('H');
    return socket;
  }

  private static boolean isServed(Socket socket) {
    try {
      write(socket, REQUEST);
      return RawClient.rest(socket).contains("HTTP/1.1 200 ");
    } catch (IOException e) {
      return false;
    }
  }

  /** A connection on which the server reads a body. */
  private static Socket withBegunBody(RawClient client) throws IOException {
    Socket socket = client.connect();
    write(socket, call("Expect: 100-continue\r\nContent-Length: 2"));
    byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
    assertThat(new String(interim, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100 ");
    return socket;
  }

  private static String sent(RawClient client, String request) {
    try {
      return client.send(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends a byte now and then until the server responds or closes the connection. */
  private static String trickled(ErpSyncServer server, String begun) throws Exception {
    try (Socket socket = new RawClient(server.uri()).connect()) {
      write(socket, begun);
      var response = new ByteArrayOutputStream();
      socket.setSoTimeout(BETWEEN_BYTES_MILLIS);
      while (true) {
        try {
          int next = socket.getInputStream().read();
          if (next < 0) {
            return response.toString(StandardCharsets.UTF_8);
          }
          response.write(next);
        } catch (SocketTimeoutException e) {
          write(socket, " ");
        } catch (SocketException e) {
          return response.toString(StandardCharsets.UTF_8);
        }
      }
    }
  }
}
