package dev.erpsync.client;

import dev.erpsync.client.Reply.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The log, and the interceptors of a client. Thread-safe, if these are. */
final class Observers {
  private final List<Interceptor> interceptors;

  Observers(List<Interceptor> interceptors) {
    this.interceptors = List.copyOf(interceptors);
  }

  /** What the interceptors make of a call. */
  Call before(Call call) {
    Call changed = call;
    for (Interceptor each : interceptors) {
      changed = Objects.requireNonNull(each.before(changed), "an interceptor returned null");
    }
    return changed;
  }

  /**
   * Tells what came of an attempt.
   *
   * @param retryIn how long until the next one; empty when this was the last one
   */
  void after(Call call, Reply reply, Duration took, Optional<Duration> retryIn) {
    Attempt attempt = attempt(call, reply, took, retryIn);
    Log.attempt(attempt);
    for (int i = interceptors.size() - 1; i >= 0; i--) {
      try {
        interceptors.get(i).after(attempt);
      } catch (RuntimeException e) {
        Log.failed(interceptors.get(i), e);
      }
    }
  }

  private static Attempt attempt(
      Call call, Reply reply, Duration took, Optional<Duration> retryIn) {
    var failure = Outcome.failure(call, reply);
    return reply instanceof Answer answer
        ? new Attempt(
            call,
            answer.attempt(),
            took,
            OptionalInt.of(answer.status()),
            answer.headers(),
            answer.text(),
            failure,
            retryIn)
        : new Attempt(
            call,
            reply.attempt(),
            took,
            failure.map(ErpSyncException::status).orElse(OptionalInt.empty()),
            Map.of(),
            "",
            failure,
            retryIn);
  }
}
