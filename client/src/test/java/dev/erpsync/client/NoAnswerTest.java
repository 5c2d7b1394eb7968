package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.erpsync.client.model.BreakActorLinkRequest;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a caller learns when the server does not answer. */
@Timeout(60)
class NoAnswerTest {
  private static final String CALL = "POST /api/v1/Agents/ErpSync/BreakActorLink: ";
  private static final Duration SHORT = Duration.ofMillis(200);

  @Test
  void saysThatNobodyIsThere() {
    var server = StubServer.answering(200, "true");
    String address = server.address();
    server.close();
    var e = failure(ErpSyncClient.builder(address));

    assertThat(e)
        .hasMessageStartingWith(CALL + "no answer from " + address + ": java.net.ConnectException")
        .hasCauseInstanceOf(ConnectException.class);
    assertThat(e.status()).isEmpty();
    assertThat(e.body()).isEmpty();
  }

  @Test
  void saysThatTheServerIsTooSlow() {
    assertTimeout((exchange, request) -> pause());
  }

  @Test
  void theTimeoutHoldsForTheBodyToo() {
    assertTimeout(
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 4);
          exchange.getResponseBody().write('t');
          exchange.getResponseBody().flush();
          pause();
        });
  }

  private static void assertTimeout(StubServer.Answer answer) {
    try (var server = StubServer.doing(answer)) {
      var e = failure(server.client().timeout(SHORT));

      assertThat(e)
          .hasMessage(CALL + "no answer from " + server.address() + " in PT0.2S")
          .hasCauseInstanceOf(TimeoutException.class);
      assertThat(e.status()).isEmpty();
    }
  }

  @Test
  void saysThatTheConnectionBroke() {
    try (var server = StubServer.doing((exchange, request) -> exchange.close())) {
      var e = failure(server.client());

      assertThat(e).hasMessageStartingWith(CALL + "no answer from " + server.address() + ": ");
      assertThat(e.status()).isEmpty();
    }
  }

  @Test
  void anInterruptedCallKeepsTheThreadInterrupted() {
    try (var server = StubServer.doing((exchange, request) -> pause())) {
      Thread.currentThread().interrupt();
      var e = failure(server.client());

      assertThat(Thread.interrupted()).isTrue();
      assertThat(e).hasMessage(CALL + "interrupted").hasCauseInstanceOf(InterruptedException.class);
      assertThat(e.status()).isEmpty();
    }
  }

  @Test
  void saysThatThereAreNoCredentials() {
    var expired = new IllegalStateException("sign in again");
    var builder =
        ErpSyncClient.builder("http://localhost")
            .credentials(
                () -> {
                  throw expired;
                });

    assertThat(failure(builder)).hasMessage(CALL + "no credentials").hasCause(expired);
  }

  /** Until the server is closed. */
  private static void pause() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ErpSyncException failure(ErpSyncClientBuilder builder) {
    var client = builder.build();
    return assertThatExceptionOfType(ErpSyncException.class)
        .isThrownBy(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()))
        .actual();
  }
}
