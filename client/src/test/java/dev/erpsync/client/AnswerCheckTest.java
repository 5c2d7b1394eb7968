package dev.erpsync.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.erpsync.client.model.BreakActorLinkRequest;
import dev.erpsync.client.model.ConnectActorRequest;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A success that the contract does not promise is a failure. */
@Timeout(60)
class AnswerCheckTest {
  private static final String MISFIT = ", but the answer does not fit the contract: ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | text/html        | <h1>Sign in</h1> | status 204 was expected
          200 | application/json | true             | status 204 was expected
          200 | ''               | ''               | status 204 was expected
          202 | ''               | ''               | status 204 was expected
          """)
  void aCallThatAnswersNothingIsDoneWithTheDocumentedStatusOnly(
      int status, String type, String body, String why) {
    try (var server =
        StubServer.doing((exchange, request) -> StubServer.reply(exchange, status, type, body))) {
      assertThat(failure(() -> connect(server.client())))
          .hasMessage("POST /api/v1/Agents/ErpSync/ConnectActor: " + status + MISFIT + why);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          201 | application/json | true | status 200 was expected
          204 | ''               | ''   | status 200 was expected
          200 | text/html        | true | JSON was expected, the Content-Type says text/html
          200 | text/jsonp       | true | JSON was expected, the Content-Type says text/jsonp
          200 | json             | true | JSON was expected, the Content-Type says json
          200 | ''               | true | JSON was expected, the Content-Type says nothing
          200 | ''               | ''   | JSON was expected, the Content-Type says nothing
          200 | application/json | ''   | No content to map due to end-of-input
          """)
  void aCallThatAnswersIsDoneWithTheDocumentedStatusAndJsonOnly(
      int status, String type, String body, String why) {
    try (var server =
        StubServer.doing((exchange, request) -> StubServer.reply(exchange, status, type, body))) {
      var e = failure(() -> disconnect(server.client()));

      assertThat(e.getMessage())
          .startsWith("POST /api/v1/Agents/ErpSync/BreakActorLink: " + status + MISFIT)
          .contains(why);
      assertThat(e.status()).hasValue(status);
      assertThat(e.body()).isEqualTo(body);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "TEXT/JSON;charset=utf-8", "application/merge-patch+json ; a"})
  void readsAnyJson(String type) {
    try (var server =
        StubServer.doing((exchange, request) -> StubServer.reply(exchange, 200, type, "true"))) {
      assertThatCode(() -> disconnect(server.client())).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Content-Length: 4\r\n\r\ntrue", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"})
  void aBodyBehind204IsRefused(String rest) throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var thread = Executors.newSingleThreadExecutor();
      try {
        Future<Long> sent =
            thread.submit(
                () -> {
                  try (var socket = server.accept()) {
                    socket
                        .getOutputStream()
                        .write(("HTTP/1.1 204 No Content\r\n" + rest).getBytes(US_ASCII));
                    return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                  }
                });
        var client = ErpSyncClient.builder("http://127.0.0.1:" + server.getLocalPort());
        var e = failure(() -> connect(client));

        assertThat(e)
            .hasMessage(
                "POST /api/v1/Agents/ErpSync/ConnectActor: 204" + MISFIT + "an unasked body");
        assertThat(e.status()).hasValue(204);
        assertThat(sent.get()).isPositive();
      } finally {
        thread.shutdownNow();
      }
    }
  }

  private static void connect(ErpSyncClientBuilder client) {
    client.build().actorLinks().connectActor(new ConnectActorRequest());
  }

  private static void disconnect(ErpSyncClientBuilder client) {
    client.build().actorLinks().breakActorLink(new BreakActorLinkRequest());
  }

  private static ErpSyncException failure(ThrowingCallable call) {
    return assertThatExceptionOfType(ErpSyncException.class).isThrownBy(call).actual();
  }
}
