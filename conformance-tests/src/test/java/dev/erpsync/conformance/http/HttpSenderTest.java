package dev.erpsync.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server may do to the kit, and may not. */
class HttpSenderTest {
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/half", this::half);
    server.createContext("/long", exchange -> answer(exchange, new byte[(16 << 20) + 1]));
    server.createContext(
        "/latin1", exchange -> answer(exchange, new byte[] {'"', (byte) 0xE5, '"'}));
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void waitsForTheWholeAnswerNoLongerThanTheTimeout() {
    assertThatThrownBy(() -> get("/half", Map.of(), Duration.ofMillis(200)))
        .isInstanceOf(HttpTimeoutException.class)
        .hasMessage("no whole answer within 200 ms");
  }

  @Test
  void readsNoAnswerWithoutAnEnd() {
    assertThatThrownBy(() -> get("/long", Map.of(), Duration.ofMinutes(1)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the answer is longer than 16777216 bytes");
  }

  /** It tells the length of what GET would answer, and may keep the connection. */
  @Test
  void takesAHeadForAWholeAnswer() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 40\r\n\r\n";
    var request = new Request("HEAD", "/", "", Map.of("Accept", "*/*"), Optional.empty());
    try (var keeping = RawServer.saying(head, false);
        var talking = RawServer.saying(head + "{}", true)) {
      assertThat(new HttpSender(keeping.uri()).send(request).text()).isEmpty();
      assertThat(new HttpSender(talking.uri()).send(request).text()).isEqualTo("{}");
    }
  }

  @Test
  void doesNotReplaceWhatIsNoUtf8() {
    assertThatThrownBy(() -> get("/latin1", Map.of(), Duration.ofMinutes(1)))
        .isInstanceOf(CharacterCodingException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "Content-Length"})
  void saysWhichHeaderItCannotSend(String name) {
    assertThatThrownBy(() -> get("/", Map.of(name, "1"), Duration.ofMinutes(1)))
        .isInstanceOf(UnsendableException.class)
        .hasMessage("it cannot be sent: restricted header name: \"" + name + "\"");
  }

  @Test
  void takesNoObjectThatNamesAPropertyTwice() {
    assertThat(new Response(200, Optional.empty(), "{\"a\":1,\"a\":1}").json()).isEmpty();
    assertThat(new Response(200, Optional.empty(), "{\"a\":1,\"b\":1}").json()).isPresent();
  }

  private Response get(String path, Map<String, String> headers, Duration timeout)
      throws IOException {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new HttpSender(url, timeout)
        .send(new Request("GET", path, "", headers, Optional.empty()));
  }

  private void half(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 2);
    exchange.getResponseBody().write('t');
    exchange.getResponseBody().flush();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.close();
  }

  private static void answer(HttpExchange exchange, byte[] body) throws IOException {
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
