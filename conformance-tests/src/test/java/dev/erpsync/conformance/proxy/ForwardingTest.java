package dev.erpsync.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.http.RawServer;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.SelfSigned;
import dev.erpsync.conformance.replay.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in comes out, byte by byte, on both ways. */
class ForwardingTest {
  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a?%24select=Display%2cName",
        "/a?$select=DisplayName,Active",
        "/a%2Fb/%7e%20c",
        "/a+b?c+d=e+f&&=",
        "//a//b",
        "/A/../b",
        "/"
      })
  void pathAndQueryStayAsTheyAreWritten(String target) throws Exception {
    try (var end = new RecordingTarget(OK);
        var proxy = ProxyUnderTest.before(end.uri())) {
      send(proxy, "GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(end.request()).startsWith("GET " + target + " HTTP/1.1\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m.evil.test:/x",
        "@evil.test/x",
        "user@evil.test/x",
        ":81/x",
        ".evil.test/x",
        "x",
        "http://evil.test/x",
        "http:/x",
        "/x#y",
        "*"
      })
  void whatIsNotAPathIsRejectedAndNothingIsForwarded(String target) throws Exception {
    try (var end = new RecordingTarget(OK);
        var proxy = ProxyUnderTest.before(end.uri())) {
      String request = "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
      assertThat(send(proxy, request.formatted(target)).status()).isBetween(400, 404);
      send(proxy, request.formatted("/next"));
      assertThat(end.request()).startsWith("GET /next HTTP/1.1\r\n");
    }
  }

  @Test
  void aTargetMayHaveAPathOfItsOwn() throws Exception {
    try (var end = new RecordingTarget(OK);
        var proxy = ProxyUnderTest.before(end.uri().resolve("/tenant/one/"))) {
      send(proxy, "GET /api/v1?x=%20 HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(end.request()).startsWith("GET /tenant/one/api/v1?x=%20 HTTP/1.1\r\n");
    }
  }

  @Test
  void headersArriveEachByItselfButForThoseOfTheConnection() throws Exception {
    try (var end = new RecordingTarget(OK);
        var proxy = ProxyUnderTest.before(end.uri())) {
      send(
          proxy,
          http(
              """
              POST /a HTTP/1.1
              Host: elsewhere:1
              Accept: a/b;q=0.5, c/d
              X-Two: one
              X-Two: two
              X-Empty:
              Cookie: a=1; b=2
              SO-AppToken: t t
              Connection: keep-alive, X-Mine
              X-Mine: 1
              Keep-Alive: timeout=5
              TE: trailers
              Upgrade: h2c
              Proxy-Connection: close
              Content-Length: 3

              abc"""));
      String request = end.request().toLowerCase(Locale.ROOT);
      assertThat(request)
          .contains("\r\nhost: " + end.uri().getAuthority() + "\r\n")
          .contains("\r\naccept: a/b;q=0.5, c/d\r\n", "\r\nx-two: one\r\n", "\r\nx-two: two\r\n")
          .containsPattern("\r\nx-empty: ?\r\n")
          .contains("\r\ncookie: a=1; b=2\r\n", "\r\nso-apptoken: t t\r\n")
          .endsWith("\r\n\r\nabc")
          .doesNotContain(
              "x-mine",
              "keep-alive",
              "\r\nte:",
              "upgrade",
              "proxy-connection",
              "elsewhere",
              "java");
    }
  }

  @Test
  void answersArriveEachHeaderByItselfButForThoseOfTheConnection() throws Exception {
    try (var end =
            new RecordingTarget(
                http(
                        """
                    HTTP/1.1 418 Teapot
                    Set-Cookie: a=1; Path=/
                    Set-Cookie: b=2
                    WWW-Authenticate: Basic realm="a, b"
                    WWW-Authenticate: Bearer
                    X-Name: æ
                    Keep-Alive: timeout=5
                    Connection: close, X-Hop
                    X-Hop: 1
                    Content-Encoding: gzip
                    Content-Length: 4

                    """)
                    + "\u0000\u0001\n\u007f");
        var proxy = ProxyUnderTest.before(end.uri())) {
      Response answer = send(proxy, "GET /a HTTP/1.1\r\nHost: x\r\n\r\n");
      assertThat(answer.status()).isEqualTo(418);
      assertThat(answer.header("Set-Cookie")).containsExactlyInAnyOrder("a=1; Path=/", "b=2");
      assertThat(answer.header("WWW-Authenticate"))
          .containsExactlyInAnyOrder("Basic realm=\"a, b\"", "Bearer");
      assertThat(answer.header("X-Name")).containsExactly("\u00e6");
      assertThat(answer.header("Content-Encoding")).containsExactly("gzip");
      assertThat(answer.text()).isEqualTo("\u0000\u0001\n\u007f");
      assertThat(answer.header("Keep-Alive")).isEmpty();
      assertThat(answer.header("X-Hop")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 204, '', ''",
    "GET, 304, 'ETag: \"a\"', ''",
    "HEAD, 200, 'Content-Length: 5', ''",
    "GET, 200, 'Content-Length: 0', ''",
    "GET, 200, '', 'until it ends'",
    "GET, 200, 'Transfer-Encoding: chunked', chunks"
  })
  void anAnswerWithOrWithoutABodyStaysOne(String method, int status, String header, String body)
      throws Exception {
    String framed = body.equals("chunks") ? "3\r\nchu\r\n3\r\nnks\r\n0\r\n\r\n" : body;
    String head = header.isEmpty() ? "" : header + "\r\n";
    try (var end = new RecordingTarget("HTTP/1.1 " + status + " X\r\n" + head + "\r\n" + framed);
        var proxy = ProxyUnderTest.before(end.uri())) {
      Response answer =
          new HttpSender(proxy.uri())
              .send(new Request(method, "/a", "", Map.of(), Optional.empty()));
      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text()).isEqualTo(body);
      if (!header.isEmpty() && body.isEmpty()) {
        String[] pair = header.split(": ", 2);
        assertThat(answer.header(pair[0])).containsExactly(pair[1]);
      }
    }
  }

  @Test
  void aBodyInChunksIsForwardedWhole() throws Exception {
    try (var end = new RecordingTarget(OK);
        var proxy = ProxyUnderTest.before(end.uri())) {
      send(
          proxy,
          http(
              """
              POST /a HTTP/1.1
              Host: x
              Transfer-Encoding: chunked

              2
              ab
              1
              c
              0

              """));
      assertThat(end.request()).endsWith("\r\n\r\nabc");
    }
  }

  @Test
  void whoAsksBeforeSendingIsToldToSend() throws Exception {
    try (var end = new RecordingTarget(OK);
        var proxy = ProxyUnderTest.before(end.uri())) {
      URI uri = proxy.uri();
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), uri.getPort())) {
        String head =
            http(
                """
                POST /a HTTP/1.1
                Host: x
                Expect: 100-continue
                Content-Length: 3
                Connection: close

                """);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        byte[] interim = socket.getInputStream().readNBytes("HTTP/1.1 100 ".length());
        assertThat(interim).asString().isEqualTo("HTTP/1.1 100 ");
        socket.getOutputStream().write("abc".getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().readAllBytes()).asString().contains("HTTP/1.1 200 ");
      }
      assertThat(end.request()).endsWith("\r\n\r\nabc");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 3000000", "Transfer-Encoding: chunked"})
  void aLongBodyIsForwardedAndSaidNotToBeChecked(String framing) throws Exception {
    String body = "x".repeat(3_000_000);
    String sent = framing.endsWith("chunked") ? "2dc6c0\r\n" + body + "\r\n0\r\n\r\n" : body;
    try (var end = new RecordingTarget(OK);
        var proxy = ProxyUnderTest.before(ProxyUnderTest.settings(end.uri(), 1000), tls())) {
      send(proxy, head() + framing + "\r\n\r\n" + sent);
      String request = end.request();
      assertThat(request.replaceAll("[^x]", "").length()).isGreaterThanOrEqualTo(3_000_000);
      assertThat(request.substring(0, request.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT))
          .contains(framing.toLowerCase(Locale.ROOT));
      assertThat(((Verdict.Failed) proxy.next().verdict()).differences())
          .noneMatch(each -> each.where().startsWith("request"));
    }
  }

  @Test
  void aLongAnswerIsForwardedAndSaidNotToBeChecked() throws Exception {
    String text = "\"" + "x".repeat(500_000) + "\"";
    try (var end =
            new RecordingTarget(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\n"
                    + "Content-Length: 500002\r\n\r\n"
                    + text);
        var proxy = ProxyUnderTest.before(ProxyUnderTest.settings(end.uri(), 1000), tls())) {
      var answer = send(proxy, head() + "Content-Length: 66\r\n\r\n" + breakLink());
      assertThat(answer.text()).isEqualTo(text);
      assertThat(proxy.next().verdict())
          .isInstanceOfSatisfying(
              Verdict.Skipped.class,
              skipped ->
                  assertThat(skipped.reason())
                      .isEqualTo("the answer's body of 500002 bytes was not checked"));
    }
  }

  @Test
  void anAnswerThatEndsTooEarlyIsNotMadeWhole() throws Exception {
    String half = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n";
    try (var end = new RecordingTarget(half);
        var proxy = ProxyUnderTest.before(end.uri())) {
      assertThatThrownBy(() -> send(proxy, head() + "Content-Length: 66\r\n\r\n" + breakLink()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("ends too early");
      assertThat(proxy.nextPlaces()).containsExactly("answer body");
    }
  }

  @Test
  void anHttpsTargetIsSpokenToOverTls(@TempDir Path folder) throws Exception {
    SSLContext tls = SelfSigned.context(folder);
    try (var end = RawServer.over("https", tls.getServerSocketFactory(), OK, true);
        var proxy = ProxyUnderTest.before(ProxyUnderTest.settings(end.uri(), 1000), tls);
        var doubting = ProxyUnderTest.before(end.uri())) {
      assertThat(send(proxy, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").text()).isEqualTo("ok");
      assertThat(send(doubting, "GET / HTTP/1.1\r\nHost: x\r\n\r\n").status()).isEqualTo(502);
    }
  }

  @Test
  void whatCannotBeForwardedUnchangedIsRefused() throws Exception {
    try (var end = new RecordingTarget(OK);
        var proxy = ProxyUnderTest.before(end.uri())) {
      var answer = send(proxy, "GET /a HTTP/1.1\r\nHost: x\r\nX-Name: \u00e6\r\n\r\n");
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.text())
          .isEqualTo(
              "{\"Message\":\"The request is invalid.\",\"MessageDetail\":\"the proxy cannot"
                  + " forward the request unchanged: header X-name holds more than ASCII\"}");
      assertThat(proxy.nextPlaces()).containsExactly("skipped");
    }
  }

  private static Response send(ProxyUnderTest proxy, String request) throws IOException {
    return new RawSender(proxy.uri()).send(request);
  }

  static String head() {
    return http(
        """
        POST /api/v1/Agents/ErpSync/BreakActorLink HTTP/1.1
        Host: x
        Authorization: Basic dGplMDpUamUw
        Accept: application/json
        Content-Type: application/json
        """);
  }

  static String breakLink() {
    return "{\"ErpConnectionId\":510,\"CrmRecordId\":473,\"CrmActorType\":\"Contact\"}";
  }

  private static String http(String text) {
    return text.replace("\n", "\r\n");
  }

  private static SSLContext tls() throws Exception {
    return SSLContext.getDefault();
  }
}
