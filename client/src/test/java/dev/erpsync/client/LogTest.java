package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.client.model.BreakActorLinkRequest;
import dev.erpsync.client.model.ErpConnection;
import dev.erpsync.client.model.SaveConnectionRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client says in the log, and that no secret is in it. */
class LogTest {
  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  void saysOneLineForACall() {
    try (var server = StubServer.answering(200, "true");
        var log = new LogLines()) {
      server.client().build().actorLinks().breakActorLink(new BreakActorLinkRequest());

      assertThat(log.at("FINE"))
          .singleElement()
          .asString()
          .matches(
              "BreakActorLink, attempt 1, \\d+ ms: POST /api/v1/Agents/ErpSync/BreakActorLink: 200");
      assertThat(log.at("INFO")).isEmpty();
    }
  }

  @Test
  void saysLouderWhatIsTriedAgain() {
    try (var server = StubServer.answering(503, "");
        var log = new LogLines()) {
      var client =
          server.client().retries(Retries.standard().attempts(2).delays(SHORT, SHORT)).build();
      assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()));

      assertThat(log.at("INFO"))
          .singleElement()
          .asString()
          .matches("BreakActorLink, attempt 1, .*: 503 without a body, next one in [01] ms");
      assertThat(log.at("FINE"))
          .singleElement()
          .asString()
          .matches("BreakActorLink, attempt 2, .*: 503 without a body");
    }
  }

  @Test
  void saysHarmlessHeadersAndOnlyTheNamesOfOthers() {
    try (var server = StubServer.doing(LogTest::withCookie);
        var log = new LogLines()) {
      server
          .client()
          .userAgent("mine/1")
          .language("en")
          .appToken("app-secret")
          .build()
          .actorLinks()
          .breakActorLink(
              new BreakActorLinkRequest(), RequestOptions.none().header("X-Key", "hunter2"));

      assertThat(log.at("FINER"))
          .singleElement()
          .asString()
          .startsWith("BreakActorLink, attempt 1, sent [Accept-Language: en; SO-AppToken: ***; ")
          .contains("User-Agent: mine/1; X-Key: ***], came [")
          .contains("content-type: application/json; charset=utf-8")
          .contains("set-cookie: ***");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 503})
  void noSecretIsInIt(int status) {
    var secrets = List.of("hunter2", "dTpodW50ZXIy", "app-secret", "erp-password", "key-secret");
    for (var credentials :
        List.of(
            Credentials.bearer(() -> "hunter2"),
            Credentials.basic("u", "hunter2"),
            Credentials.soTicket(() -> "hunter2"))) {
      try (var server = StubServer.doing((exchange, request) -> echo(exchange, status, request));
          var log = new LogLines()) {
        var client =
            server
                .client()
                .credentials(credentials)
                .appToken("app-secret")
                .retries(Retries.standard().delays(SHORT, SHORT))
                .build();
        var connection = new ErpConnection().configFields(Map.of("password", "erp-password"));
        Throwable failure =
            catchThrowable(
                () ->
                    client
                        .connections()
                        .saveConnection(
                            new SaveConnectionRequest().connection(connection),
                            RequestOptions.none().header("X-Key", "key-secret")));

        assertThat(failure == null).isEqualTo(status == 200);
        assertThat(log.text()).contains("SaveConnection").doesNotContain(secrets);
      }
    }
  }

  private static void withCookie(HttpExchange exchange, StubServer.Received request)
      throws IOException {
    exchange.getResponseHeaders().set("Set-Cookie", "session=s3cret");
    StubServer.reply(exchange, 200, "true");
  }

  /** What identifies the caller, in the header of a redirection and in an error. */
  private static void echo(HttpExchange exchange, int status, StubServer.Received request)
      throws IOException {
    String said =
        request.header("Authorization").get(0).replaceFirst("^\\S+ ", "")
            + " "
            + request.header("SO-AppToken").get(0);
    exchange.getResponseHeaders().set("Location", "/?" + said);
    StubServer.reply(
        exchange, status, "{\"ErrorType\":\"T\",\"ErrorMessage\":\"no entry for " + said + "\"}");
  }
}
