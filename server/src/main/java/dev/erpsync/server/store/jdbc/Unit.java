package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One caller's work on its way through the writing thread. */
final class Unit<T> {
  private final Supplier<T> work;
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Taken once: by the writing thread, or by a caller who no longer wants it. */
  private final AtomicBoolean taken = new AtomicBoolean();

  /** What came of it; written before the latch opens, and read after. */
  private @Nullable T result;

  private @Nullable Throwable failure;

  Unit(Supplier<T> work) {
    this.work = work;
  }

  /** Whether the work is still wanted; from then on it cannot be withdrawn. */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  /** Does the work, and keeps what came of it until it is committed. */
  void run() {
    result = work.get();
  }

  /** Ends it with the result of the work. */
  void committed() {
    ended.countDown();
  }

  /** Ends it with a failure, unless it has ended. Allocates nothing. */
  void fail(Throwable reason) {
    if (ended.getCount() > 0) {
      failure = reason;
      ended.countDown();
    }
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
          ended.await();
          return result();
        } catch (InterruptedException e) {
          interrupted = true;
          if (take()) {
            throw new RefusedException(new StoreOutage.Stopping());
          }
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** A supplier throws nothing that is checked. Its result may be null where T allows it. */
  @SuppressWarnings("NullAway")
  private T result() {
    Throwable thrown = failure;
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown != null) {
      throw thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
    }
    return result;
  }
}
