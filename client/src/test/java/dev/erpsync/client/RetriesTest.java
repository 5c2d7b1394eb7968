package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.client.model.BreakActorLinkRequest;
import dev.erpsync.client.model.ConnectActorRequest;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is tried again, and what is not. */
@Tag("D55")
@Timeout(60)
class RetriesTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final Retries THREE = Retries.standard().delays(SHORT, SHORT);

  /** A failure, and whether the operation may have been carried out all the same. */
  private record Fault(String name, boolean unknown, StubServer.Answer answer) {
    static Fault of(int status, boolean unknown) {
      return new Fault(
          "" + status, unknown, (exchange, r) -> StubServer.reply(exchange, status, ""));
    }
  }

  @TestFactory
  Stream<DynamicTest> onlyWhatTheContractMarksIsTriedAgainAfterAnUnknownOutcome() {
    return everyOperation(
        List.of(
            new Fault("broken connection", true, (exchange, request) -> exchange.close()),
            Fault.of(502, true),
            Fault.of(503, true),
            Fault.of(504, true)),
        operation -> operation.isIdempotent() ? 3 : 1);
  }

  @TestFactory
  Stream<DynamicTest> everythingIsTriedAgainAfter429() {
    return everyOperation(List.of(Fault.of(429, false)), operation -> 3);
  }

  @TestFactory
  Stream<DynamicTest> nothingIsTriedAgainThatWouldFailAgain() {
    return everyOperation(
        Stream.of(302, 400, 401, 403, 404, 409, 413, 500, 501)
            .map(status -> Fault.of(status, status >= 500))
            .toList(),
        operation -> 1);
  }

  private static Stream<DynamicTest> everyOperation(
      List<Fault> faults, ToIntFunction<Operation> attempts) {
    return Contract.erpSync().operations().stream()
        .flatMap(
            operation ->
                faults.stream()
                    .map(
                        fault ->
                            dynamicTest(
                                operation.id() + ", " + fault.name(),
                                () -> fails(operation, fault, attempts.applyAsInt(operation)))));
  }

  private static void fails(Operation operation, Fault fault, int attempts) {
    try (var server = StubServer.doing(fault.answer())) {
      var e = failure(server.client(), operation.id());

      assertThat(server.received()).hasSize(attempts);
      assertThat(e.attempts()).isEqualTo(attempts);
      assertThat(e.outcomeUnknown()).isEqualTo(fault.unknown());
    }
  }

  @ParameterizedTest
  @CsvSource({"BreakActorLink", "ConnectActor", "SaveConnection"})
  void everythingIsTriedAgainThatDidNotReachTheServer(String operation) {
    var server = StubServer.answering(200, "true");
    String address = server.address();
    server.close();
    var e = failure(ErpSyncClient.builder(address), operation);

    assertThat(e.attempts()).isEqualTo(3);
    assertThat(e.outcomeUnknown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"BreakActorLink, 3", "ConnectActor, 1"})
  void anAttemptThatTakesTooLongHasAnUnknownOutcome(String operation, int attempts) {
    var never = new CountDownLatch(1);
    try (var server = StubServer.doing((exchange, request) -> await(never))) {
      var limited = THREE.attemptTimeout(Duration.ofMillis(50));
      var e = failure(server.client().retries(limited).build(), operation);

      assertThat(e).hasMessageEndingWith("in PT0.05S").hasCauseInstanceOf(TimeoutException.class);
      assertThat(e.attempts()).isEqualTo(attempts);
      assertThat(e.outcomeUnknown()).isTrue();
    }
  }

  /** The server hangs up during the handshake of TLS. */
  @Test
  void aFailedHandshakeIsNotTriedAgainAndNothingWasDone() throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var thread = Executors.newSingleThreadExecutor();
      try {
        Future<Integer> first =
            thread.submit(
                () -> {
                  try (Socket connection = server.accept()) {
                    return connection.getInputStream().read();
                  }
                });
        var e =
            failure(
                ErpSyncClient.builder("https://127.0.0.1:" + server.getLocalPort()),
                "BreakActorLink");

        assertThat(first.get()).as("a record of a handshake").isEqualTo(22);
        assertThat(e).hasCauseInstanceOf(SSLHandshakeException.class);
        assertThat(e.attempts()).isEqualTo(1);
        assertThat(e.outcomeUnknown()).isFalse();
      } finally {
        thread.shutdownNow();
      }
    }
  }

  @Test
  void whoIsInterruptedBetweenTwoAttemptsStopsWaiting() {
    try (var server = StubServer.doing(RetriesTest::comeBackIn)) {
      var caller = Thread.currentThread();
      var options = RequestOptions.none().header("X-Retry-After", "30");
      Interceptor impatient =
          new Interceptor() {
            @Override
            public void after(Attempt attempt) {
              caller.interrupt();
            }
          };
      var client = server.client().interceptor(impatient).build();

      assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> client.actorLinks().connectActor(new ConnectActorRequest(), options))
          .withMessageEndingWith("interrupted")
          .satisfies(e -> assertThat(e.attempts()).isEqualTo(1))
          .as("429 was not carried out, and nothing was under way")
          .matches(e -> !e.outcomeUnknown());
      assertThat(Thread.interrupted()).isTrue();
      assertThat(server.received()).hasSize(1);
    }
  }

  /** What came last says nothing of what came before. */
  @ParameterizedTest
  @CsvSource({"503, 429, true", "429, 429, false", "503, 404, true", "429, 404, false"})
  void anUnknownOutcomeStaysUnknown(int first, int then, boolean unknown) {
    var asked = new AtomicInteger();
    try (var server =
        StubServer.doing(
            (exchange, request) ->
                StubServer.reply(exchange, asked.incrementAndGet() == 1 ? first : then, ""))) {
      var e = failure(server.client(), "BreakActorLink");

      assertThat(e.status()).hasValue(then);
      assertThat(e.outcomeUnknown()).isEqualTo(unknown);
    }
  }

  @Test
  void aCallThatSucceedsLaterSucceeds() {
    var asked = new AtomicInteger();
    try (var server =
        StubServer.doing(
            (exchange, request) ->
                StubServer.reply(exchange, asked.incrementAndGet() < 3 ? 503 : 200, "true"))) {
      var client = server.client().retries(THREE).build();

      assertThat(client.actorLinks().breakActorLink(new BreakActorLinkRequest())).isTrue();
      assertThat(server.received()).hasSize(3);
      assertThat(server.received()).extracting(StubServer.Received::body).containsOnly("{}");
    }
  }

  @Test
  void asksForCredentialsAtEveryAttempt() {
    var tokens = new AtomicInteger();
    try (var server = StubServer.answering(503, "")) {
      var credentials = Credentials.bearer(() -> "t" + tokens.incrementAndGet());
      failure(server.client().credentials(credentials), "BreakActorLink");

      assertThat(server.received())
          .flatExtracting(request -> request.header("Authorization"))
          .containsExactly("Bearer t1", "Bearer t2", "Bearer t3");
    }
  }

  @Test
  void waitsAsLongAsTheServerAsksFor() {
    List<Attempt> attempts = new ArrayList<>();
    try (var server = StubServer.doing(RetriesTest::comeBackIn)) {
      var options = RequestOptions.none().header("X-Retry-After", "1");
      var client =
          server.client().retries(THREE.attempts(2)).interceptor(new Remembering(attempts)).build();
      var e =
          assertThatExceptionOfType(ErpSyncException.class)
              .isThrownBy(
                  () -> client.actorLinks().connectActor(new ConnectActorRequest(), options))
              .actual();

      assertThat(e.retryAfter()).contains(Duration.ofSeconds(1));
      assertThat(attempts).hasSize(2);
      assertThat(attempts.get(0).retryIn().orElseThrow())
          .isBetween(Duration.ofSeconds(1), Duration.ofMillis(1_001));
      assertThat(attempts.get(1).retryIn()).isEmpty();
    }
  }

  @Test
  void doesNotWaitForWhatComesAfterItsTime() {
    try (var server = StubServer.doing(RetriesTest::comeBackIn)) {
      var options = RequestOptions.none().header("X-Retry-After", "60");
      var client = server.client().timeout(Duration.ofSeconds(30)).build();
      var e =
          assertThatExceptionOfType(ErpSyncException.class)
              .isThrownBy(
                  () -> client.actorLinks().connectActor(new ConnectActorRequest(), options))
              .actual();

      assertThat(e.attempts()).isEqualTo(1);
      assertThat(e.retryAfter()).contains(Duration.ofMinutes(1));
    }
  }

  @Test
  void canBeSwitchedOff() {
    try (var server = StubServer.answering(429, "")) {
      var client = server.client().retries(Retries.none()).build();

      assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()));
      assertThat(server.received()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0  | PT1S | PT2S | attempts must be from 1 to 10
          11 | PT1S | PT2S | attempts must be from 1 to 10
          3  | PT0S | PT2S | firstDelay must be from 1 millisecond to 1 day
          3  | PT1S | P2D  | longestDelay must be from 1 millisecond to 1 day
          3  | PT2S | PT1S | firstDelay must not be longer than longestDelay
          """)
  void refusesSettingsOutOfRange(int attempts, Duration first, Duration longest, String reason) {
    assertThatThrownBy(() -> Retries.standard().attempts(attempts).delays(first, longest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  private static void comeBackIn(HttpExchange exchange, StubServer.Received request)
      throws IOException {
    exchange.getResponseHeaders().set("Retry-After", request.header("X-Retry-After").get(0));
    StubServer.reply(exchange, 429, "");
  }

  /** Until the server is closed. */
  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ErpSyncException failure(ErpSyncClientBuilder settings, String operation) {
    return failure(settings.retries(THREE).build(), operation);
  }

  private static ErpSyncException failure(ErpSyncClient client, String operation) {
    return assertThatExceptionOfType(ErpSyncException.class)
        .isThrownBy(() -> GeneratedCall.of(operation).make(client, sample(operation).request()))
        .actual();
  }

  private static Sample sample(String operation) {
    return Sample.all().stream()
        .filter(sample -> sample.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }
}
