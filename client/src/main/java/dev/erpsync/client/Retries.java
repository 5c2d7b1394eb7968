package dev.erpsync.client;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * When and how often a call that failed is tried again. Immutable.
 *
 * <p>Tried again is only what cannot be done twice by that:
 *
 * <ul>
 *   <li>any call that did not reach the server, since no connection could be made, or that was
 *       refused with 429;
 *   <li>calls that the contract marks as idempotent also without an answer, and after 502, 503 and
 *       504.
 * </ul>
 *
 * So a call of {@code ConnectActor} whose outcome is unknown is never repeated. All attempts, and
 * the time between them, count towards {@link ErpSyncClientBuilder#timeout}: what would end later
 * is not tried. The time between two attempts is up to {@code firstDelay}, and up to twice as much
 * each time, but not more than {@code longestDelay}; how much of it is chance, so that many clients
 * do not come back at once. What the server asks for in {@code Retry-After} is waited in addition.
 *
 * <pre>{@code
 * ErpSyncClient patient =
 *     ErpSyncClient.builder(address)
 *         .timeout(Duration.ofMinutes(2))
 *         .retries(Retries.standard().attempts(5).attemptTimeout(Duration.ofSeconds(20)))
 *         .build();
 * }</pre>
 *
 * @param attempts most attempts of one call, from 1 to 10
 * @param firstDelay longest time between the first two attempts
 * @param longestDelay longest time between any two attempts
 * @param attemptTimeout longest time for one attempt; without it one attempt may take the time of
 *     the whole call
 */
public record Retries(
    int attempts, Duration firstDelay, Duration longestDelay, Optional<Duration> attemptTimeout) {
  private static final int MOST_ATTEMPTS = 10;
  private static final Retries STANDARD =
      new Retries(3, Duration.ofMillis(200), Duration.ofSeconds(5), Optional.empty());

  /**
   * @throws IllegalArgumentException if a value is out of range: times are from 1 millisecond to 1
   *     day
   */
  public Retries {
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      throw new IllegalArgumentException("attempts must be from 1 to " + MOST_ATTEMPTS);
    }
    Times.checked("firstDelay", firstDelay);
    Times.checked("longestDelay", longestDelay);
    Objects.requireNonNull(attemptTimeout, "attemptTimeout");
    attemptTimeout.ifPresent(limit -> Times.checked("attemptTimeout", limit));
    if (firstDelay.compareTo(longestDelay) > 0) {
      throw new IllegalArgumentException("firstDelay must not be longer than longestDelay");
    }
  }

  /** Three attempts, with up to 200 and 400 milliseconds between them. */
  public static Retries standard() {
    return STANDARD;
  }

  /** Every call is tried once. */
  public static Retries none() {
    return STANDARD.attempts(1);
  }

  /** With at most so many attempts of one call. */
  public Retries attempts(int most) {
    return new Retries(most, firstDelay, longestDelay, attemptTimeout);
  }

  /** With so much time, at most, before the second attempt; and between any two. */
  public Retries delays(Duration first, Duration longest) {
    return new Retries(attempts, first, longest, attemptTimeout);
  }

  /** With so much time for one attempt. */
  public Retries attemptTimeout(Duration limit) {
    Objects.requireNonNull(limit, "limit");
    return new Retries(attempts, firstDelay, longestDelay, Optional.of(limit));
  }
}
