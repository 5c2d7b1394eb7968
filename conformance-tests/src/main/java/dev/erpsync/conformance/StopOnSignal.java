package dev.erpsync.conformance;

import java.util.concurrent.CountDownLatch;

/**
 * Lets a run come to an orderly end when the process is told to stop (SIGINT, SIGTERM): the process
 * stays until the run has put everything back and is closed. Thread-safe.
 */
final class StopOnSignal implements AutoCloseable {
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");
  private volatile boolean requested;

  /** Begins to listen; for use before anything is done that has to be undone. */
  StopOnSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the run has to end. */
  boolean requested() {
    return requested;
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
    try {
      finished.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
