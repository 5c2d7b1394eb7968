package dev.erpsync.conformance.bench.hostile;

import java.time.Duration;
import java.util.Locale;

/** Clients with valid credentials that come one after the other, each on a new connection. */
final class Newcomers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 300;
  private static final String FROM = "127.0.0.9";

  private final Target target;
  private final Thread thread = new Thread(this::run, "newcomers");
  private double longest;
  private int count;
  private long begun;
  private volatile boolean stopped;

  Newcomers(Target target) {
    this.target = target;
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (!stopped) {
      synchronized (this) {
        begun = System.nanoTime();
      }
      double seconds = target.newcomerSeconds(FROM, target.authorization(), PATIENCE);
      synchronized (this) {
        longest = Math.max(longest, seconds);
        count++;
        begun = 0;
      }
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The longest wait until now, also that of one who still waits. */
  synchronized Observed observed(double mostSeconds) {
    double waiting = begun == 0 ? 0 : (System.nanoTime() - begun) / 1e9;
    double most = Math.max(longest, waiting);
    return Observed.of(
        String.format(Locale.ROOT, "%d newcomers, longest wait %.2f s", count, most),
        most <= mostSeconds);
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
  }
}
