package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.client.model.BreakActorLinkRequest;
import dev.erpsync.client.model.ConnectActorRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterceptorTest {
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /** Writes down what it is called for, and adds its name to a header. */
  private final class Named implements Interceptor {
    private final String name;

    Named(String name) {
      this.name = name;
    }

    @Override
    public Call before(Call call) {
      seen.add("before " + name);
      String names = call.options().headers().getOrDefault("X-Names", "-");
      return call.options(call.options().header("X-Names", names + name));
    }

    @Override
    public void after(Attempt attempt) {
      seen.add("after " + name);
    }
  }

  @Test
  void severalSeeACallInTheirOrderAndTheAnswerInTheOpposite() {
    try (var server = StubServer.answering(200, "true")) {
      server
          .client()
          .interceptor(new Named("a"))
          .interceptor(new Named("b"))
          .build()
          .actorLinks()
          .breakActorLink(new BreakActorLinkRequest());

      assertThat(seen).containsExactly("before a", "before b", "after b", "after a");
      assertThat(server.request().header("X-Names")).containsExactly("-ab");
    }
  }

  @Test
  void changesWhatIsSent() {
    Interceptor other =
        new Interceptor() {
          @Override
          public Call before(Call call) {
            return call.body(new BreakActorLinkRequest().erpConnectionId(7))
                .options(call.options().select("Active").language("sv"));
          }
        };
    try (var server = StubServer.answering(200, "true")) {
      server
          .client()
          .language("en")
          .interceptor(other)
          .build()
          .actorLinks()
          .breakActorLink(new BreakActorLinkRequest());

      assertThat(server.request().body()).isEqualTo("{\"ErpConnectionId\":7}");
      assertThat(server.request().uri().getQuery()).isEqualTo("$select=Active");
      assertThat(server.request().header("Accept-Language")).containsExactly("sv");
    }
  }

  @Test
  void seesEveryAttemptWithWhatCameOfIt() {
    List<Attempt> attempts = new ArrayList<>();
    var soon = Duration.ofMillis(1);
    try (var server = StubServer.answering(503, "{\"ErrorType\":\"T\",\"ErrorMessage\":\"M.\"}")) {
      var client =
          server
              .client()
              .language("en")
              .retries(Retries.standard().attempts(2).delays(soon, soon))
              .interceptor(new Remembering(attempts))
              .build();
      var failure =
          assertThatExceptionOfType(ErpSyncException.class)
              .isThrownBy(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()))
              .actual();

      assertThat(attempts).extracting(Attempt::number).containsExactly(1, 2);
      assertThat(attempts)
          .extracting(attempt -> attempt.retryIn().isPresent())
          .containsExactly(true, false);
      assertThat(attempts)
          .allSatisfy(
              attempt -> {
                assertThat(attempt.call().operation()).isEqualTo("BreakActorLink");
                assertThat(attempt.call().options().headers())
                    .containsEntry("Accept-Language", "en");
                assertThat(attempt.status()).hasValue(503);
                assertThat(attempt.headers()).containsKey("CONTENT-TYPE");
                assertThat(attempt.body()).contains("M.");
                assertThat(attempt.failure().orElseThrow()).hasMessage(failure.getMessage());
                assertThat(attempt.took()).isPositive();
              });
    }
  }

  @Test
  void seesASuccessAndThatThereIsNoAnswer() {
    List<Attempt> attempts = new ArrayList<>();
    String address;
    try (var server = StubServer.answering(204, "")) {
      address = server.address();
      server
          .client()
          .interceptor(new Remembering(attempts))
          .build()
          .actorLinks()
          .connectActor(new ConnectActorRequest());
    }
    var nobody =
        ErpSyncClient.builder(address)
            .retries(Retries.none())
            .interceptor(new Remembering(attempts))
            .build();
    assertThatExceptionOfType(ErpSyncException.class)
        .isThrownBy(() -> nobody.actorLinks().connectActor(new ConnectActorRequest()));

    assertThat(attempts).hasSize(2);
    assertThat(attempts.get(0).status()).hasValue(204);
    assertThat(attempts.get(0).failure()).isEmpty();
    assertThat(attempts.get(1).status()).isEmpty();
    assertThat(attempts.get(1).headers()).isEmpty();
    assertThat(attempts.get(1).failure().orElseThrow().outcomeUnknown()).isFalse();
  }

  @Test
  void isAskedByTheCallingThreadSoThatItFindsWhatBelongsToIt() {
    var request = new ThreadLocal<String>();
    Interceptor passingOn =
        new Interceptor() {
          @Override
          public Call before(Call call) {
            return call.options(call.options().header("X-Request", request.get()));
          }
        };
    try (var server = StubServer.answering(200, "true")) {
      var links = server.client().interceptor(passingOn).build().actorLinks();
      request.set("r1");
      links.breakActorLink(new BreakActorLinkRequest());
      links.breakActorLinkAsync(new BreakActorLinkRequest()).join();

      assertThat(server.received())
          .flatExtracting(received -> received.header("X-Request"))
          .containsExactly("r1", "r1");
    } finally {
      request.remove();
    }
  }

  @Test
  void theCredentialsAreNotShown() {
    List<Call> calls = new ArrayList<>();
    Interceptor keeping =
        new Interceptor() {
          @Override
          public Call before(Call call) {
            calls.add(call);
            return call;
          }
        };
    try (var server = StubServer.answering(200, "true")) {
      server
          .client()
          .bearer("t")
          .interceptor(keeping)
          .build()
          .actorLinks()
          .breakActorLink(new BreakActorLinkRequest());

      assertThat(server.request().header("Authorization")).containsExactly("Bearer t");
      assertThat(calls.get(0).options().headers()).containsOnlyKeys("User-Agent");
    }
  }

  @Test
  void oneThatFailsBeforeKeepsTheCallFromBeingMade() {
    var no = new IllegalStateException("no");
    Interceptor failing =
        new Interceptor() {
          @Override
          public Call before(Call call) {
            throw no;
          }
        };
    try (var server = StubServer.answering(200, "true")) {
      var client = server.client().interceptor(failing).build();

      assertThatExceptionOfType(ErpSyncException.class)
          .isThrownBy(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()))
          .withMessageEndingWith("BreakActorLink: an interceptor failed")
          .withCause(no)
          .matches(e -> !e.outcomeUnknown() && e.attempts() == 1);
      assertThat(server.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void anErrorOfOneReachesTheCallerFromWhicheverAttempt(int attempt) {
    var calls = new AtomicInteger();
    var no = new AssertionError("no");
    Interceptor failing =
        new Interceptor() {
          @Override
          public Call before(Call call) {
            if (calls.incrementAndGet() == attempt) {
              throw no;
            }
            return call;
          }
        };
    try (var server = StubServer.answering(429, "")) {
      var client = server.client().interceptor(failing).build();

      assertThatThrownBy(() -> client.actorLinks().breakActorLink(new BreakActorLinkRequest()))
          .isSameAs(no);
      assertThat(server.received()).hasSize(attempt - 1);
    }
  }

  @Test
  void oneThatFailsAfterwardsChangesNothing() {
    Interceptor failing =
        new Interceptor() {
          @Override
          public void after(Attempt attempt) {
            throw new IllegalStateException("no");
          }
        };
    try (var server = StubServer.answering(200, "true");
        var log = new LogLines()) {
      var client = server.client().interceptor(new Named("a")).interceptor(failing).build();

      assertThat(client.actorLinks().breakActorLink(new BreakActorLinkRequest())).isTrue();
      assertThat(seen).containsExactly("before a", "after a");
      assertThat(log.at("WARNING"))
          .singleElement()
          .asString()
          .startsWith("the interceptor ")
          .endsWith(" failed");
    }
  }
}
