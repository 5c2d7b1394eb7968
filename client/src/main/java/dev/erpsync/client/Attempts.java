package dev.erpsync.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The attempts of one call, one after the other, until one of them counts. */
final class Attempts {
  private final Call call;
  private final Wire wire;
  private final Backoff backoff;
  private final Observers observers;
  private final long end;
  private final CompletableFuture<Reply> last = new CompletableFuture<>();
  private volatile @Nullable CompletableFuture<Reply> current;
  private volatile int made;
  private volatile boolean doubtful;

  private Attempts(Call call, Wire wire, Backoff backoff, Observers observers, Duration time) {
    this.call = call;
    this.wire = wire;
    this.backoff = backoff;
    this.observers = observers;
    this.end = System.nanoTime() + time.toNanos();
  }

  /**
   * Begins the first attempt.
   *
   * @param time for all attempts
   */
  @SuppressWarnings("FutureReturnValueIgnored") // What fails is in the reply.
  static Attempts begin(Call call, Wire wire, Backoff backoff, Observers observers, Duration time) {
    var attempts = new Attempts(call, wire, backoff, observers, time);
    attempts.last.whenComplete((reply, failure) -> attempts.stop());
    attempts.make(1, time);
    return attempts;
  }

  /** The reply that counts; to cancel it ends the attempt that is being made. */
  CompletableFuture<Reply> last() {
    return last;
  }

  /** Ends the attempt that is being made, and tells what that comes to. */
  Reply interrupted(InterruptedException e) {
    var attempt = current;
    boolean underWay = attempt != null && !attempt.isDone();
    last.cancel(true);
    return new Reply.None(made, "interrupted", e, underWay || doubtful, false);
  }

  private void make(int attempt, Duration left) {
    if (last.isDone()) {
      return;
    }
    made = attempt;
    long begun = System.nanoTime();
    Call sent;
    try {
      sent = observers.before(call);
    } catch (RuntimeException e) {
      var none = new Reply.None(attempt, "an interceptor failed", e, false, false);
      began(call, begun, CompletableFuture.completedFuture(none));
      return;
    } catch (Error e) {
      last.completeExceptionally(e);
      return;
    }
    try {
      began(sent, begun, wire.begin(sent, attempt, backoff.limit(left)));
    } catch (RuntimeException | Error e) {
      last.completeExceptionally(e);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // As above.
  private void began(Call sent, long begun, CompletableFuture<Reply> reply) {
    current = reply;
    if (last.isDone()) {
      // Cancelled while it began.
      stop();
    }
    reply.whenComplete(
        (came, failure) -> {
          try {
            ended(sent, begun, came, failure);
          } catch (RuntimeException | Error e) {
            last.completeExceptionally(e);
          }
        });
  }

  private void ended(Call sent, long begun, @Nullable Reply reply, @Nullable Throwable failure) {
    if (last.isDone()) {
      return;
    }
    if (reply == null) {
      last.completeExceptionally(failure == null ? new IllegalStateException() : failure);
      return;
    }
    Optional<Duration> wait = backoff.next(call, reply, left());
    observers.after(sent, reply, Duration.ofNanos(System.nanoTime() - begun), wait);
    if (reply.outcomeUnknown()) {
      doubtful = true;
    }
    wait.ifPresentOrElse(
        time ->
            CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS)
                .execute(() -> make(reply.attempt() + 1, left())),
        () -> last.complete(doubtful ? reply.afterDoubt() : reply));
  }

  /** In milliseconds, the unit of timers; at least one, the shortest time of an attempt. */
  private Duration left() {
    return Duration.ofMillis(Math.max(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()), 1));
  }

  private void stop() {
    var attempt = current;
    if (attempt != null) {
      attempt.cancel(true);
    }
  }
}
