package dev.erpsync.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes to a target, and its answer back, however the target frames it. */
class RawSenderTest {
  private static final String NO = "HTTP/1.1 400 No\r\n";
  private static final String CHUNKED = NO + "Transfer-Encoding: chunked\r\n\r\n";

  @TempDir Path folder;

  @Test
  void anAnswerIsWholeByItsLengthAndTheConnectionMayStay() throws IOException {
    String answer = "HTTP/1.1 400 No\r\nX: a\r\nx: b\r\nContent-Length: 3\r\n\r\nø!";
    try (var server = RawServer.saying(answer, false)) {
      Response response = new RawSender(server.uri()).send("GET / HTTP/1.1\r\n\r\n");
      assertThat(response.status()).isEqualTo(400);
      assertThat(response.header("X")).containsExactly("a", "b");
      assertThat(response.text()).isEqualTo("ø!");
    }
  }

  /** On a connection that stays open: reading beyond the end would wait for the time-out. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("endings")
  void aResponseEndsWhereItsFramingSaysAndTheConnectionMayStay(
      String name, String request, String response, int status, String text) throws IOException {
    try (var server = RawServer.saying(response, false)) {
      Response found = sender(server, Duration.ofSeconds(20)).send(request);
      assertThat(found.status()).isEqualTo(status);
      assertThat(found.text()).isEqualTo(text);
    }
  }

  static Stream<Arguments> endings() {
    return Stream.of(
        ending("chunks", CHUNKED + "2\r\nab\r\n3\r\ncde\r\n0\r\n\r\n", 400, "abcde"),
        ending("extensions", CHUNKED + "2;x=y\r\nab\r\n00 ;last\r\n\r\n", 400, "ab"),
        ending("trailers", CHUNKED + "2\r\nab\r\n0\r\nA: b\r\nC: 0\r\n\r\n", 400, "ab"),
        ending("sizes in hex", CHUNKED + "0A\r\n0123456789\r\n0\r\n\r\n", 400, "0123456789"),
        ending(
            "chunks that contain the last chunk",
            CHUNKED + "5\r\n0\r\n\r\n\r\n1\r\n!\r\n0\r\n\r\n",
            400,
            "0\r\n\r\n!"),
        ending(
            "chunks and a length",
            NO + "Content-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            400,
            ""),
        ending("a length", NO + "Content-Length: 2\r\n\r\nabHTTP/1.1 200 OK\r\n\r\n", 400, "ab"),
        ending(
            "a length twice", NO + "Content-Length: 2\r\ncontent-length: 2\r\n\r\nab", 400, "ab"),
        ending("no bytes", NO + "Content-Length: 0\r\n\r\n", 400, ""),
        ending(
            "interim responses",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
                + NO
                + "Content-Length: 2\r\n\r\nab",
            400,
            "ab"),
        ending("204", "HTTP/1.1 204 No Content\r\n\r\n", 204, ""),
        ending("304", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", 304, ""),
        ending("101", "HTTP/1.1 101 Switching Protocols\r\n\r\n", 101, ""),
        Arguments.of("HEAD", "HEAD / HTTP/1.1\r\n\r\n", CHUNKED, 400, ""),
        Arguments.of(
            "CONNECT", "CONNECT a:1 HTTP/1.1\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n", 200, ""));
  }

  private static Arguments ending(String name, String response, int status, String text) {
    return Arguments.of(name, "GET / HTTP/1.1\r\n\r\n", response, status, text);
  }

  @Test
  void aHeadIsReadWithWhatFollowsItAlsoWhenTheConnectionStays() throws IOException {
    var request = new Request("HEAD", "/", "", Map.of(), Optional.empty());
    try (var server = RawServer.saying(NO + "Content-Length: 9\r\n\r\nabc", false)) {
      Response found = sender(server, Duration.ofSeconds(20)).head(request);
      assertThat(found.status()).isEqualTo(400);
      assertThat(found.text()).isEqualTo("abc");
    }
  }

  /** 150,000 chunks: what copied all that came before for each one would take minutes. */
  @Test
  void manySmallChunksAreReadInTimeThatGrowsWithTheirSize() throws IOException {
    int chunks = 150_000;
    String response = CHUNKED + "1\r\na\r\n".repeat(chunks) + "0\r\n\r\n";
    try (var server = RawServer.saying(response, false)) {
      assertThat(sender(server, Duration.ofSeconds(20)).send("x").text()).hasSize(chunks);
    }
  }

  @ParameterizedTest
  @MethodSource("endless")
  void aResponseWithoutEndIsRejected(String beginning, String repeated) throws IOException {
    String response = beginning + repeated.repeat((2 << 20) / repeated.length());
    try (var server = RawServer.saying(response, false)) {
      assertThatThrownBy(() -> sender(server, Duration.ofSeconds(20)).send("x"))
          .isInstanceOf(IOException.class)
          .hasMessage("the response is longer than 1048576 bytes");
    }
  }

  static Stream<Arguments> endless() {
    return Stream.of(
        Arguments.of(NO + "\r\n", "x"),
        Arguments.of(NO + "Content-Length: 1048577\r\n\r\n", "x"),
        Arguments.of(NO + "Content-Length: 999999999999999999\r\n\r\n", "x"),
        Arguments.of(NO, "X: a\r\n"),
        Arguments.of(NO + "X: ", "a"),
        Arguments.of("", "HTTP/1.1 100 Continue\r\n\r\n"),
        Arguments.of(CHUNKED + "1;", "x"),
        Arguments.of(CHUNKED + "fffffffffffffff\r\n", "x"),
        Arguments.of(CHUNKED, "1\r\na\r\n"),
        Arguments.of(CHUNKED + "0\r\n", "X: a\r\n"));
  }

  @Test
  void anAnswerWithoutALengthEndsWithTheConnection() throws IOException {
    try (var server = RawServer.saying("HTTP/1.0 505 No\r\n\r\nabc", true)) {
      assertThat(new RawSender(server.uri()).send("x").text()).isEqualTo("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "HTTP/2 400\r\n\r\n",
        "HTTP/1.1 400 No\r\nX: a",
        "HTTP/1.1 400 No\n\n",
        "HTTP/1.1 100 Continue\r\n\r\n"
      })
  void whatIsNoHttpIsSaidToBeNone(String answer) throws IOException {
    try (var server = RawServer.saying(answer, true)) {
      assertThatThrownBy(() -> new RawSender(server.uri()).send("x"))
          .isInstanceOf(NoHttpException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 400 No\r\nContent-Length: 9\r\n\r\nabc",
        "HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nabc\r\n",
        "HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: a",
        "HTTP/1.1 400 No\r\nContent-Length: 3\r\nContent-Length: 2\r\n\r\nabc",
        "HTTP/1.1 400 No\r\nContent-Length: -1\r\n\r\nabc"
      })
  void anAnswerThatIsCutOffIsNone(String answer) throws IOException {
    try (var server = RawServer.saying(answer, true)) {
      assertThatThrownBy(() -> new RawSender(server.uri()).send("x"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the response ");
    }
  }

  @Test
  void aTargetThatSaysNothingIsGivenUp() throws IOException {
    try (var server = RawServer.saying("", false)) {
      assertThatThrownBy(() -> sender(server, Duration.ofMillis(200)).send("x"))
          .isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void anHttpsTargetIsSpokenToOverTlsAndMustBeTrusted() throws Exception {
    SSLContext context = SelfSigned.context(folder);
    String answer = "HTTP/1.1 400 No\r\nContent-Length: 2\r\n\r\nab";
    try (var server = RawServer.over("https", context.getServerSocketFactory(), answer, false)) {
      var trusting =
          new RawSender(server.uri(), context.getSocketFactory(), Duration.ofSeconds(30));
      assertThat(trusting.send("x").text()).isEqualTo("ab");
    }
    try (var server = RawServer.over("https", context.getServerSocketFactory(), answer, false)) {
      assertThatThrownBy(() -> new RawSender(server.uri()).send("x"))
          .isInstanceOf(SSLException.class);
    }
  }

  private static RawSender sender(RawServer server, Duration timeout) {
    return new RawSender(server.uri(), (SSLSocketFactory) SSLSocketFactory.getDefault(), timeout);
  }
}
