package dev.erpsync.server.store.jdbc;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Warnings that come with every call while something is wrong: the first is written, and then one
 * in ten seconds, with how many were not. Thread-safe.
 */
final class SparseLog {
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final Logger log;
  private final LongSupplier nanoTime;
  private final AtomicLong nextAt;
  private final AtomicLong unwritten = new AtomicLong();

  SparseLog(Logger log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.nextAt = new AtomicLong(nanoTime.getAsLong());
  }

  void warn(String text) {
    long now = nanoTime.getAsLong();
    long due = nextAt.get();
    if (now - due < 0 || !nextAt.compareAndSet(due, now + PAUSE)) {
      unwritten.incrementAndGet();
      return;
    }
    long before = unwritten.getAndSet(0);
    log.log(Level.WARNING, before == 0 ? text : text + " (and " + before + " more since)");
  }
}
