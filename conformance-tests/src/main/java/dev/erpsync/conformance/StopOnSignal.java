package dev.erpsync.conformance;

import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/**
 * Lets a run come to an orderly end when the process is told to stop (SIGINT, SIGTERM): the process
 * stays until the run has put everything back and is closed. Thread-safe.
 */
final class StopOnSignal implements AutoCloseable {
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");
  private volatile boolean requested;
  private volatile OptionalInt status = OptionalInt.empty();

  /** Begins to listen; for use before anything is done that has to be undone. */
  StopOnSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the run has to end. */
  boolean requested() {
    return requested;
  }

  /** Waits until the run has to end. */
  void await() throws InterruptedException {
    asked.await();
  }

  /** The status with which the process ends once this is closed; otherwise the JVM says 143. */
  void endWith(int exitStatus) {
    status = OptionalInt.of(exitStatus);
  }

  /** The run is over, and the process may end. */
  @Override
  public void close() {
    finished.countDown();
    if (!requested) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The signal came just now; the hook finds the run finished.
      }
    }
  }

  private void stop() {
    requested = true;
    asked.countDown();
    try {
      finished.await();
      status.ifPresent(Runtime.getRuntime()::halt);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
