package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The only thread that writes. It takes all the work that waits, up to a bound, does it in one
 * transaction, and answers each caller after the commit: one flush to the disk for many callers.
 * (D38)
 *
 * <p>Thread-safe. Work that waits when the writer is closed is still done.
 */
final class GroupWriter implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(GroupWriter.class.getName());

  /** Made before they are needed, as there may be no memory then; they have no stack trace. */
  private final RefusedException unknown = new RefusedException(new StoreOutage.OutcomeUnknown());

  private final RefusedException unavailable = new RefusedException(new StoreOutage.Unavailable());

  private final int capacity;
  private final int largestGroup;
  private final GroupTransaction transaction;
  private final Thread thread;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Unit<?>> waiting = new ArrayDeque<>();
  private boolean closed;

  /**
   * @param transaction used by the writing thread only, and closed by it
   * @param capacity how many units may wait
   * @param largestGroup how many of them share a commit at most
   */
  GroupWriter(GroupTransaction transaction, int capacity, int largestGroup) {
    this.transaction = transaction;
    this.capacity = capacity;
    this.largestGroup = largestGroup;
    this.thread = new Thread(this::loop, "erpsync-writer");
    this.thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /**
   * Has the work done, and returns when it is on disk.
   *
   * @throws RefusedException with a {@link StoreOutage} when it cannot be; otherwise what the work
   *     threw. Nothing remains of it in either case, but for an unknown outcome.
   */
  <T> T write(Supplier<T> work) {
    var unit = new Unit<>(work);
    lock.lock();
    try {
      if (closed) {
        throw new RefusedException(new StoreOutage.Stopping());
      }
      if (waiting.size() >= capacity) {
        throw new RefusedException(new StoreOutage.Busy());
      }
      waiting.add(unit);
      changed.signal();
    } finally {
      lock.unlock();
    }
    return unit.await();
  }

  /** Takes no new work, waits until what was accepted is done, and closes the transaction. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signal();
    } finally {
      lock.unlock();
    }
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many units wait. */
  int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Whether it has not been closed. */
  boolean accepts() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private void loop() {
    // Its room is made once: no unit is taken from the queue and then lost for want of memory.
    List<Unit<?>> group = new ArrayList<>(largestGroup);
    try (transaction) {
      while (next(group)) {
        run(group);
        group.clear();
      }
    } finally {
      abandon();
    }
  }

  /** However a group ends, its callers get a result, and the writer goes on. */
  private void run(List<Unit<?>> group) {
    try {
      transaction.run(group);
    } catch (RuntimeException | Error e) {
      // Allocates nothing: memory may be what is missing. Units with a result keep it.
      for (int i = 0; i < group.size(); i++) {
        group.get(i).fail(unknown);
      }
      report(e);
    }
  }

  private static void report(Throwable e) {
    try {
      LOG.log(Level.SEVERE, "a group of writes ended with an unexpected error", e);
    } catch (RuntimeException | Error unwritten) {
      // The log may be what failed; the callers have their result.
      e.addSuppressed(unwritten);
    }
  }

  /** Ends the wait of all callers when the thread ends, whatever ended it. */
  private void abandon() {
    lock.lock();
    try {
      closed = true;
      while (!waiting.isEmpty()) {
        waiting.remove().fail(unavailable);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Adds the next units to an empty group; false when there will be none. */
  private boolean next(List<Unit<?>> group) {
    lock.lock();
    try {
      while (group.isEmpty()) {
        while (waiting.isEmpty()) {
          if (closed) {
            return false;
          }
          changed.awaitUninterruptibly();
        }
        while (!waiting.isEmpty() && group.size() < largestGroup) {
          Unit<?> unit = waiting.remove();
          if (unit.take()) {
            group.add(unit);
          }
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }
}
