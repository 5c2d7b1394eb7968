package dev.erpsync.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.access.Credentials.Basic;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What many logins from one address cost those from others, and how many wrong ones it has. */
@Tag("D16")
class PasswordLoginTest {
  private static final int FLOOD = 12;
  private static final String HERE = "192.0.2.1";
  private static final String ELSEWHERE = "192.0.2.2";

  private Instant now = Instant.EPOCH;
  private final InstantSource clock = () -> now;
  private final Slowdown slowdown = new Slowdown(clock);
  private final PasswordLogin logins = new PasswordLogin(slowdown, new VerifiedPasswords(clock));

  @Test
  void aFloodFromOneAddressDelaysALoginFromAnotherByAFewChecksOnly() throws Exception {
    Directory directory = directory();
    var begun = new CountDownLatch(FLOOD);
    var ended = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(FLOOD);
    try {
      List<CompletableFuture<Login>> flood = new ArrayList<>();
      for (int i = 0; i < FLOOD; i++) {
        var unknown = new Basic("unknown" + i, "wrong");
        flood.add(
            CompletableFuture.supplyAsync(
                () -> {
                  begun.countDown();
                  Login login = logins.login(directory, unknown, ELSEWHERE);
                  ended.incrementAndGet();
                  return login;
                },
                threads));
      }
      begun.await();
      int before = ended.get();
      assertThat(logins.login(directory, new Basic("bo", "bo!"), HERE))
          .isInstanceOf(Login.Accepted.class);
      int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
      assertThat(ended.get() - before).isLessThanOrEqualTo(3 * atOnce + 1);
      assertThat(flood).allSatisfy(f -> assertThat(f.join()).isNotInstanceOf(Login.Accepted.class));
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void afterAThousandWrongPasswordsAnAddressHasOneCheckASecond() {
    Directory directory = directory();
    assertThat(logins.login(directory, new Basic("bo", "bo!"), HERE))
        .isInstanceOf(Login.Accepted.class);
    for (int i = 0; i < 1_000; i++) {
      assertThat(slowdown.pause(HERE)).isEmpty();
      slowdown.failed("user" + i, HERE);
    }
    assertThat(slowdown.pause(HERE)).hasValue(Duration.ofSeconds(1));
    assertThat(logins.login(directory, new Basic("cy", "cy!"), HERE))
        .isEqualTo(new Login.TryLater(Duration.ofSeconds(1)));
    assertThat(logins.login(directory, new Basic("bo", "bo!"), HERE))
        .as("a password that is known to be right")
        .isInstanceOf(Login.Accepted.class);
    assertThat(slowdown.pause(ELSEWHERE)).isEmpty();
    now = now.plusSeconds(1);
    assertThat(logins.login(directory, new Basic("cy", "cy!"), HERE))
        .isInstanceOf(Login.Accepted.class);
    now = now.plus(Duration.ofMinutes(30));
    slowdown.failed("user", HERE);
    assertThat(slowdown.pause(HERE)).isEmpty();
  }

  private static Directory directory() {
    return new Directory(
        Map.of("bo", account("bo"), "cy", account("cy")),
        Map.of(),
        Map.of(),
        Map.of(),
        Secret.bytes());
  }

  private static Account account(String name) {
    return new Account(
        new User(name, Optional.empty(), Set.of(), false),
        Optional.of(PasswordHashes.hash(name + "!")));
  }
}
