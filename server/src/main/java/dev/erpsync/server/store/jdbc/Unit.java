package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One caller's work on its way through the writing thread. */
final class Unit<T> {
  private final Supplier<T> work;
  private final CompletableFuture<T> answer = new CompletableFuture<>();

  /** Taken once: by the writing thread, or by a caller who no longer wants it. */
  private final AtomicBoolean taken = new AtomicBoolean();

  private Runnable onCommit = () -> {};

  Unit(Supplier<T> work) {
    this.work = work;
  }

  /** Whether the work is still wanted; from then on it cannot be withdrawn. */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  /** Does the work, and keeps what came of it until it is committed. */
  void run() {
    T result = work.get();
    onCommit = () -> answer.complete(result);
  }

  void committed() {
    onCommit.run();
  }

  void fail(Throwable reason) {
    answer.completeExceptionally(reason);
  }

  /**
   * Waits for the end. An interrupt withdraws work that has not begun; what has begun is waited
   * for, since its outcome would be unknown otherwise. The thread stays interrupted.
   */
  T await() {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get();
        } catch (InterruptedException e) {
          interrupted = true;
          if (take()) {
            throw new RefusedException(new StoreOutage.Stopping());
          }
        } catch (ExecutionException e) {
          throw thrown(e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A supplier throws nothing that is checked. */
  private static RuntimeException thrown(ExecutionException failed) {
    Throwable cause = failed.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException e ? e : new IllegalStateException(failed);
  }
}
