package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.client.model.BreakActorLinkRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
            new Call("POST", "/x", 204, options),
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

        assertThat(failure).isInstanceOf(ErpSyncException.class).hasMessageContaining("***");
        assertThat(((ErpSyncException) failure).body()).contains("***").doesNotContain(SECRETS);
        assertThat(trace(failure)).doesNotContain(SECRETS);
      }
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
