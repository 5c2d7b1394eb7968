package dev.erpsync.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Makes guessing slow: after three wrong passwords for one user from one address the next is only
 * checked a second later, then two, four, up to five minutes. Forgotten after half an hour without
 * another, and by a right one. After a thousand wrong passwords from one address, whatever the
 * users, it is one check a second until half an hour passes without another. Remembers 100,000
 * pairs and addresses at most. Thread-safe.
 */
public final class Slowdown {
  private static final int MOST = 100_000;
  private static final int FREE = 3;
  private static final int FREE_OF_ADDRESS = 1_000;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration KEPT = Duration.ofMinutes(30);

  private final InstantSource clock;
  private final Cache<String, Failures> failures;

  public Slowdown(InstantSource clock) {
    this.clock = clock;
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  /** How long the user has to wait at this address; empty when they need not. */
  Optional<Duration> pause(String user, String address) {
    return remaining(key(user, address));
  }

  /** How long everybody has to wait at this address whose password is not known to be right. */
  Optional<Duration> pause(String address) {
    return remaining(key(address));
  }

  /** A wrong password was sent. */
  void failed(String user, String address) {
    count(key(user, address), Slowdown::penalty);
    count(key(address), count -> count < FREE_OF_ADDRESS ? Duration.ZERO : Duration.ofSeconds(1));
  }

  private Optional<Duration> remaining(String key) {
    return Optional.ofNullable(failures.getIfPresent(key))
        .map(failed -> Duration.between(clock.instant(), failed.until()))
        .filter(pause -> !pause.isNegative() && !pause.isZero());
  }

  private void count(String key, IntFunction<Duration> penalty) {
    failures
        .asMap()
        .compute(
            key,
            (same, earlier) -> {
              int count = earlier == null ? 1 : earlier.count() + 1;
              return new Failures(count, clock.instant().plus(penalty.apply(count)));
            });
  }

  /** The right password was sent. */
  void forget(String user, String address) {
    failures.invalidate(key(user, address));
  }

  private static Duration penalty(int count) {
    if (count < FREE) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, 16));
    return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
  }

  /** Of one length, however long the name that is sent. */
  private static String key(String user, String address) {
    return Digest.sha256(address + "\n" + user);
  }

  private static String key(String address) {
    return Digest.sha256(address);
  }

  private record Failures(int count, Instant until) {}
}
