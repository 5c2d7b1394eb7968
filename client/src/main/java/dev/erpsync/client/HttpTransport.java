package dev.erpsync.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Speaks with one installation. Thread-safe. */
final class HttpTransport implements Transport {
  private final Wire wire;
  private final RequestOptions defaults;
  private final Backoff backoff;
  private final Observers observers;
  private final Duration timeout;

  /**
   * @param defaults what holds where a call's own options say nothing
   * @param timeout longest time from the start of a call to the last byte of its answer, through
   *     all its attempts
   */
  HttpTransport(
      Wire wire, RequestOptions defaults, Backoff backoff, Observers observers, Duration timeout) {
    this.wire = wire;
    this.defaults = defaults;
    this.backoff = backoff;
    this.observers = observers;
    this.timeout = timeout;
  }

  @Override
  public void send(Call call) {
    // What is thrown is made here, so that it shows where the caller was.
    Outcome.ofNothing(call, await(begin(call)));
  }

  @Override
  public <T> T send(Call call, TypeReference<T> answer) {
    return Outcome.ofJson(call, await(begin(call)), answer);
  }

  @Override
  public CompletableFuture<@Nullable Void> sendAsync(Call call) {
    return later(
        begin(call).last(),
        reply -> {
          Outcome.ofNothing(call, reply);
          return null;
        });
  }

  @Override
  public <T> CompletableFuture<T> sendAsync(Call call, TypeReference<T> answer) {
    return later(begin(call).last(), reply -> Outcome.ofJson(call, reply, answer));
  }

  private Attempts begin(Call call) {
    Call whole = call.options(call.options().over(defaults));
    return Attempts.begin(whole, wire, backoff, observers, timeout);
  }

  /** Not a stage of the reply: so failures come unwrapped, and cancelling reaches the reply. */
  @SuppressWarnings("FutureReturnValueIgnored") // What fails is in the result.
  private static <T extends @Nullable Object> CompletableFuture<T> later(
      CompletableFuture<Reply> reply, Function<Reply, T> outcome) {
    CompletableFuture<T> result = new CompletableFuture<>();
    reply.whenComplete(
        (came, failure) -> {
          if (failure != null) {
            result.completeExceptionally(failure);
            return;
          }
          try {
            result.complete(outcome.apply(came));
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    result.whenComplete((value, failure) -> reply.cancel(true));
    return result;
  }

  private static Reply await(Attempts attempts) {
    try {
      return attempts.last().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return attempts.interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new IllegalStateException(e);
    }
  }
}
