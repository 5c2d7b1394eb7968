package dev.erpsync.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes to a target, and its answer back, however the target frames it. */
class RawSenderTest {
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

  @Test
  void anAnswerInChunksIsPutTogether() throws IOException {
    String answer =
        "HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nab\r\n3\r\ncde\r\n0\r\n\r\n";
    try (var server = RawServer.saying(answer, false)) {
      assertThat(new RawSender(server.uri()).send("x").text()).isEqualTo("abcde");
    }
  }

  @Test
  void anAnswerWithoutALengthEndsWithTheConnection() throws IOException {
    try (var server = RawServer.saying("HTTP/1.0 505 No\r\n\r\nabc", true)) {
      assertThat(new RawSender(server.uri()).send("x").text()).isEqualTo("abc");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "HTTP/2 400\r\n\r\n", "HTTP/1.1 400 No\r\nX: a"})
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
        "HTTP/1.1 400 No\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n"
      })
  void anAnswerThatIsCutOffIsNone(String answer) throws IOException {
    try (var server = RawServer.saying(answer, true)) {
      assertThatThrownBy(() -> new RawSender(server.uri()).send("x"))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("the answer ");
    }
  }

  @Test
  void anAnswerWithoutEndIsGivenUp() throws IOException {
    String answer = "HTTP/1.1 400 No\r\n\r\n" + "x".repeat(2 << 20);
    try (var server = RawServer.saying(answer, false)) {
      assertThatThrownBy(() -> new RawSender(server.uri()).send("x"))
          .hasMessage("the answer is longer than 1048576 bytes");
    }
  }

  @Test
  void aTargetThatSaysNothingIsGivenUp() throws IOException {
    var tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (var server = RawServer.saying("", false)) {
      assertThatThrownBy(() -> new RawSender(server.uri(), tls, Duration.ofMillis(200)).send("x"))
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
}
