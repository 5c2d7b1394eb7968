package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.client.model.BreakActorLinkRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  /** How a client is told to use a scheme, and what it then sends. */
  record Scheme(UnaryOperator<ErpSyncClientBuilder> settings, String header) {}

  static final Map<String, Scheme> SCHEMES =
      Map.of(
          "Basic", new Scheme(client -> client.basic("åse", "p:w"), "Basic w6VzZTpwOnc="),
          "SoTicket", new Scheme(client -> client.soTicket("7T:abc="), "SoTicket 7T:abc="),
          "Bearer", new Scheme(client -> client.bearer("8A:x.y"), "Bearer 8A:x.y"));

  static Iterable<Scheme> schemes() {
    return SCHEMES.values();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void sendsTheHeaderOfTheScheme(Scheme scheme) {
    assertThat(authorization(scheme.settings())).containsExactly(scheme.header());
  }

  @Test
  void sendsNoHeaderWithoutCredentials() {
    assertThat(authorization(UnaryOperator.identity())).isEmpty();
  }

  @Test
  void theLastCredentialsCount() {
    assertThat(authorization(client -> client.basic("u", "p").bearer("t")))
        .containsExactly("Bearer t");
  }

  @Test
  void asksForTheTokenAtEveryCall() {
    AtomicInteger renewals = new AtomicInteger();
    try (var server = StubServer.answering(200, "true")) {
      var client =
          server
              .client()
              .credentials(Credentials.bearer(() -> "token-" + renewals.incrementAndGet()))
              .build();
      client.actorLinks().breakActorLink(new BreakActorLinkRequest());
      client.actorLinks().breakActorLink(new BreakActorLinkRequest());

      assertThat(server.received())
          .extracting(request -> request.header("Authorization"))
          .containsExactly(List.of("Bearer token-1"), List.of("Bearer token-2"));
    }
  }

  @Test
  void sendsWhatCredentialsOfACallersOwnSay() {
    assertThat(authorization(client -> client.credentials(() -> "Other abc")))
        .containsExactly("Other abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b"})
  void refusesAUserNameThatBasicCannotCarry(String user) {
    assertThatThrownBy(() -> Credentials.basic(user, "p"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a user name must not be empty and must not have a colon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\r\nX: y", "å"})
  void refusesASecretThatAHeaderCannotCarryAndDoesNotQuoteIt(String secret) {
    var builder = ErpSyncClient.builder("http://localhost");

    assertThatThrownBy(() -> builder.soTicket(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a ticket must be printable ASCII, not blank, without spaces around it");
    assertThatThrownBy(() -> builder.bearer(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a token must be printable ASCII, not blank, without spaces around it");
  }

  private static List<String> authorization(UnaryOperator<ErpSyncClientBuilder> settings) {
    try (var server = StubServer.answering(200, "true")) {
      settings
          .apply(server.client())
          .build()
          .actorLinks()
          .breakActorLink(new BreakActorLinkRequest());
      return server.request().header("Authorization");
    }
  }
}
