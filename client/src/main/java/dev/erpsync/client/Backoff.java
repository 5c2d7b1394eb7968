package dev.erpsync.client;

import dev.erpsync.client.Reply.Answer;
import dev.erpsync.client.Reply.None;
import dev.erpsync.client.Reply.UnaskedBody;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/** Whether and when a call is tried again, by the rules that {@link Retries} tells. Thread-safe. */
final class Backoff {
  private static final int TOO_MANY_REQUESTS = 429;

  /** Somebody on the way, or the server, cannot do it now; what has been done is not known. */
  private static final Set<Integer> PASSING = Set.of(502, 503, 504);

  private final Retries retries;
  private final DoubleSupplier chance;

  Backoff(Retries retries) {
    this(retries, () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * @param chance numbers from 0 to 1
   */
  Backoff(Retries retries, DoubleSupplier chance) {
    this.retries = retries;
    this.chance = chance;
  }

  /** The longest time for an attempt of a call that has so much time left. */
  Duration limit(Duration left) {
    return retries.attemptTimeout().map(limit -> Times.shorter(limit, left)).orElse(left);
  }

  /**
   * How long to wait before the next attempt.
   *
   * @param left the time that the call has left
   * @return empty when this was the last one
   */
  Optional<Duration> next(Call call, Reply reply, Duration left) {
    if (reply.attempt() >= retries.attempts() || !isSafe(call, reply)) {
      return Optional.empty();
    }
    Duration asked =
        reply instanceof Answer answer ? answer.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    return Optional.of(asked.plus(delay(reply.attempt()))).filter(w -> w.compareTo(left) < 0);
  }

  private static boolean isSafe(Call call, Reply reply) {
    if (reply instanceof None none) {
      return none.passing() && (call.idempotent() || !none.sent());
    }
    if (reply instanceof UnaskedBody) {
      return false;
    }
    int status = ((Answer) reply).status();
    return status == TOO_MANY_REQUESTS || (call.idempotent() && PASSING.contains(status));
  }

  private Duration delay(int attempt) {
    Duration most =
        Times.shorter(
            retries.firstDelay().multipliedBy(1L << (attempt - 1)), retries.longestDelay());
    return Duration.ofNanos((long) (most.toNanos() * chance.getAsDouble()));
  }
}
