package dev.erpsync.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the client waits; without waiting. */
@Tag("D55")
class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LONG = Duration.ofHours(1);
  private static final Retries TEN =
      Retries.standard().attempts(10).delays(Duration.ofMillis(100), Duration.ofSeconds(1));
  private static final Call CALL = new Call("X", "POST", "/x", 200, RequestOptions.none());

  @ParameterizedTest
  @CsvSource({"1, 100", "2, 200", "3, 400", "4, 800", "5, 1000", "9, 1000"})
  void waitsUpToTwiceAsLongEachTimeAndNeverLongerThanTheLongest(int attempt, long most) {
    assertThat(waits(1, attempt, LONG)).contains(Duration.ofMillis(most));
    assertThat(waits(0.5, attempt, LONG)).contains(Duration.ofMillis(most).dividedBy(2));
    assertThat(waits(0, attempt, LONG)).contains(Duration.ZERO);
  }

  @Test
  void leavesItToChance() {
    var backoff = new Backoff(TEN);
    var different =
        Stream.generate(() -> backoff.next(CALL, unreachable(5), LONG)).limit(100).distinct();

    assertThat(different)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            wait -> assertThat(wait.orElseThrow()).isBetween(Duration.ZERO, Duration.ofSeconds(1)));
  }

  @Test
  void endsWithTheLastAttemptOrTheTime() {
    assertThat(waits(1, 10, LONG)).isEmpty();
    assertThat(waits(1, 1, Duration.ofMillis(100))).isEmpty();
    assertThat(waits(1, 1, Duration.ofMillis(101))).isPresent();
  }

  @Test
  void waitsInAdditionToWhatTheServerAsksFor() {
    var busy =
        new Reply.Answer(
            1, 429, Map.of("Retry-After", List.of("7")), new byte[0], new Secrets(Stream.empty()));

    assertThat(new Backoff(TEN, () -> 1).next(CALL, busy, LONG)).contains(Duration.ofMillis(7_100));
    assertThat(new Backoff(TEN, () -> 1).next(CALL, busy, Duration.ofSeconds(7))).isEmpty();
  }

  @Test
  void anAttemptHasNoMoreTimeThanItsCall() {
    var backoff = new Backoff(TEN.attemptTimeout(Duration.ofSeconds(5)));

    assertThat(backoff.limit(Duration.ofSeconds(9))).isEqualTo(Duration.ofSeconds(5));
    assertThat(backoff.limit(Duration.ofSeconds(2))).isEqualTo(Duration.ofSeconds(2));
    assertThat(new Backoff(TEN).limit(LONG)).isEqualTo(LONG);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                             | PT0S
          120                           | PT2M
          ' 3 '                         | PT3S
          999999999                     | PT277777H46M39S
          Sun, 1 Mar 2026 12:00:30 GMT  | PT30S
          Sun, 01 Mar 2026 11:59:59 GMT | PT0S
          """)
  void readsSecondsAndDates(String header, Duration time) {
    assertThat(RetryAfter.parse(header, NOW)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1.5", "1000000000", "2026-03-01T12:00:30Z"})
  void doesNotHearWhatIsNeither(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }

  private static Optional<Duration> waits(double chance, int attempt, Duration left) {
    return new Backoff(TEN, () -> chance).next(CALL, unreachable(attempt), left);
  }

  private static Reply unreachable(int attempt) {
    return new Reply.None(attempt, "nobody there", new ConnectException(), false, true);
  }
}
