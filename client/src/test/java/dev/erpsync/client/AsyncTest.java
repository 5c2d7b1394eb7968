package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.erpsync.client.model.BreakActorLinkRequest;
import dev.erpsync.client.model.ConnectActorRequest;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls that answer later are the same calls; SampleTest makes all documented ones. */
@Timeout(60)
class AsyncTest {

  @Test
  void answersLater() {
    try (var server = StubServer.answering(200, "true")) {
      var later = server.client().build().actorLinks().breakActorLinkAsync(request());

      assertThat(later.thenApply(broken -> broken ? "done" : "nothing to do").join())
          .isEqualTo("done");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          400 | {"Message":"No.","MessageDetail":"d"}
          404 | {"ErrorType":"T","ErrorMessage":"M."}
          500 | <p>
          503 | ''
          200 | 1
          200 | <p>
          201 | true
          """)
  void failsAsTheCallThatWaits(int status, String body) {
    try (var server = StubServer.answering(status, body)) {
      var links = server.client().build().actorLinks();
      var waiting =
          catchThrowableOfType(ErpSyncException.class, () -> links.breakActorLink(request()));
      var later = failure(links.breakActorLinkAsync(request()));

      assertThat(later)
          .usingRecursiveComparison()
          .ignoringFieldsOfTypes(StackTraceElement[].class)
          .isEqualTo(waiting);
      assertThat(later).hasMessage(waiting.getMessage());
    }
  }

  @Test
  void aCallThatAnswersNothingFailsToo() {
    try (var server = StubServer.answering(409, "")) {
      var later = server.client().build().actorLinks().connectActorAsync(new ConnectActorRequest());

      assertThat(failure(later).status()).hasValue(409);
    }
  }

  @Test
  void failsUnwrappedForWhoIsNextAndWrappedAsEverForWhoWaits() {
    try (var server = StubServer.answering(404, "")) {
      var later = server.client().build().actorLinks().breakActorLinkAsync(request());
      var seen = new AtomicReference<Throwable>();
      later.whenComplete((answer, failure) -> seen.set(failure)).exceptionally(e -> false).join();

      assertThat(seen.get()).isInstanceOf(ErpSyncException.class);
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(later::join)
          .withCauseInstanceOf(ErpSyncException.class);
    }
  }

  @Test
  void aCancelledCallEndsItsConnection() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var client = ErpSyncClient.builder("http://127.0.0.1:" + server.getLocalPort()).build();
      var later = client.actorLinks().breakActorLinkAsync(request());
      try (Socket connection = server.accept()) {
        assertThat(connection.getInputStream().read()).isEqualTo('P');
        assertThat(later.cancel(true)).isTrue();

        connection.getInputStream().transferTo(OutputStream.nullOutputStream());
        assertThatExceptionOfType(CancellationException.class).isThrownBy(later::join);
      }
    }
  }

  @Test
  void aCancelledCallIsNotTriedAgain() throws Exception {
    var call = new CompletableFuture<CompletableFuture<Boolean>>();
    try (var server =
        StubServer.doing(
            (exchange, request) -> {
              call.join().cancel(true);
              StubServer.reply(exchange, 503, "");
            })) {
      var links = server.client().build().actorLinks();
      call.complete(links.breakActorLinkAsync(request()));

      assertThatExceptionOfType(CancellationException.class).isThrownBy(call.get()::join);
      assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> links.breakActorLink(request()));
      assertThat(server.received()).hasSize(4);
    }
  }

  @Test
  void whatNobodyWaitsForBlocksNobody() {
    var answer = new CompletableFuture<String>();
    try (var server =
        StubServer.doing((exchange, request) -> StubServer.reply(exchange, 200, answer.join()))) {
      var links = server.client().build().actorLinks();
      var later = links.breakActorLinkAsync(request());
      var another = links.breakActorLinkAsync(request());

      assertThat(later).isNotDone();
      answer.complete("true");
      assertThat(later.thenCombine(another, Boolean::logicalAnd).join()).isTrue();
    }
  }

  private static BreakActorLinkRequest request() {
    return new BreakActorLinkRequest();
  }

  private static ErpSyncException failure(CompletableFuture<?> later) {
    var wrapped = assertThatExceptionOfType(CompletionException.class).isThrownBy(later::join);
    return assertInstanceOf(ErpSyncException.class, wrapped.actual().getCause());
  }
}
