package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.client.model.BreakActorLinkRequest;
import dev.erpsync.client.model.ServiceError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials come out nowhere. */
class SecretsTest {
  /** Token and password, its Basic form, and the app token. */
  private static final List<String> SECRETS = List.of("hunter2", "dTpodW50ZXIy", "app-secret");

  @Test
  void notInTheTextOfAnyObject() {
    var builder = ErpSyncClient.builder("http://localhost").appToken("app-secret");
    var options = RequestOptions.none().with(Parameter.SO_APP_TOKEN, "app-secret").select("Active");

    assertThat(options).hasToString("RequestOptions[$select, SO-AppToken]");
    List<Object> objects =
        List.of(
            builder.bearer("hunter2"),
            builder.build(),
            new Call("X", "POST", "/x", 204, options),
            Credentials.basic("u", "hunter2"),
            Credentials.soTicket(() -> "hunter2"));

    assertThat(objects).allSatisfy(o -> assertThat(o.toString()).doesNotContain(SECRETS));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 500})
  void notInAnExceptionWhenTheServerEchoesThem(int status) {
    for (var credentials :
        List.of(Credentials.bearer(() -> "hunter2"), Credentials.basic("u", "hunter2"))) {
      try (var server = StubServer.doing(SecretsTest::echo)) {
        var client = server.client().credentials(credentials).appToken("app-secret").build();
        var options = RequestOptions.none().header("X-Status", "" + status);
        Throwable failure =
            catchThrowable(
                () -> client.actorLinks().breakActorLink(new BreakActorLinkRequest(), options));

        assertThat(failure).isInstanceOf(ErpSyncException.class).hasMessageContaining("*");
        assertThat(((ErpSyncException) failure).body()).contains("***").doesNotContain(SECRETS);
        assertThat(trace(failure)).doesNotContain(SECRETS);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"a":"hun/ter2"}             | {"a":"***"}
          {"a":"hun\\/ter2"}            | {"a":"***"}
          {"a":"\\u0068un\\u002Fter2"}   | {"a":"***"}
          {"a":"u:hun/ter2!"}          | {"a":"***!"}
          {"a":["dTpodW4vdGVyMg=="]}   | {"a":["***"]}
          {"hun/ter2":"4711","b":4711} | {"***":"***","b":"***"}
          {"a":"\\n u",  "b":[1.50,true]} | {"a":"\\n u",  "b":[1.50,true]}
          <p>hun/ter2 4711</p>         | <p>*** ***</p>
          {"a":"\\u0068un\\/ter2         | {"a":"***
          """)
  void notInABodyHoweverTheyAreWritten(String sent, String body) {
    var e = failure(502, sent, client -> client.basic("u", "hun/ter2").appToken("4711"));

    assertThat(e.body()).isEqualTo(body);
  }

  @Test
  void notInTheParsedBodyWhichStaysWhatItIs() {
    var e =
        failure(
            500,
            "{\"Error\":true,\"ErrorType\":\"T\",\"ErrorMessage\":\"no Error\"}",
            client -> client.basic("u", "Error"));

    assertThat(e).hasMessageEndingWith("500 T: no ***");
    assertThat(e.serviceError())
        .contains(new ServiceError().error(true).errorType("T").errorMessage("no ***"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abc  | u:abc abc   | *** abc
          abcd | u:abcd abcd | *** ***
          """)
  void aShortPasswordAloneIsNoSecret(String password, String sent, String body) {
    var e = failure(500, sent, client -> client.basic("u", password));

    assertThat(e.body()).isEqualTo(body);
  }

  @Test
  void notInPiecesWhenAReaderQuotesOnlyTheBeginning() {
    String token = "a".repeat(600) + "-" + "b".repeat(600);
    var e = failure(200, token, client -> client.bearer(token));

    assertThat(e.body()).isEqualTo("***");
    assertThat(trace(e)).doesNotContain("aaa").doesNotContain("bbb");
  }

  @Test
  void nothingIsMaskedWithoutSecrets() {
    assertThat(failure(500, "a b", client -> client).body()).isEqualTo("a b");
    assertThat(failure(500, "a b", client -> client.credentials(() -> "Basic %")).body())
        .isEqualTo("a b");
  }

  private static ErpSyncException failure(
      int status, String body, UnaryOperator<ErpSyncClientBuilder> settings) {
    try (var server = StubServer.answering(status, body)) {
      var client = settings.apply(server.client()).build();
      return assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()))
          .actual();
    }
  }

  @Test
  void notInAnExceptionOfASecretThatNoHeaderCarries() {
    var client =
        ErpSyncClient.builder("http://localhost")
            .credentials(Credentials.bearer(() -> "hunter2\n"))
            .build();
    Throwable failure =
        catchThrowable(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()));

    assertThat(failure).isInstanceOf(ErpSyncException.class);
    assertThat(trace(failure)).contains("no credentials").doesNotContain(SECRETS);
  }

  /** As hostile as can be: the secret is the first thing that a JSON reader stumbles over. */
  private static void echo(HttpExchange exchange, StubServer.Received request) throws IOException {
    int status = Integer.parseInt(request.header("X-Status").get(0));
    String secret = request.header("Authorization").get(0).replaceFirst("^\\S+ ", "");
    StubServer.reply(exchange, status, secret + " " + request.header("SO-AppToken").get(0));
  }

  private static String trace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
