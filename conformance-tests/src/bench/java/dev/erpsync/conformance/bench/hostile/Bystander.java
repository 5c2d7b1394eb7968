package dev.erpsync.conformance.bench.hostile;

import dev.erpsync.conformance.bench.load.Times;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client with valid credentials that calls every 100 ms on one connection, and opens a new one
 * when a call fails. Calls that would have begun while one waits are counted with the rest of its
 * wait, so that one long stall is not one slow call among many.
 */
final class Bystander implements AutoCloseable {
  /** Calls on a new server until its code is compiled for the most part. */
  private static final int WARM_UP = 250;

  private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(100);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** How long calls took, in milliseconds, and how many failed. */
  record Summary(double p50, double p99, double max, long failed, String failure) {
    String text() {
      return "%,.0f / %,.0f / %,.0f".formatted(p50, p99, max);
    }
  }

  private final URI server;
  private final byte[] call;
  private final Thread thread = new Thread(this::run, "bystander");
  private Times times = new Times();
  private long failed;
  private String failure = "";
  private long begun;
  private volatile boolean stopped;

  private Bystander(URI server, String authorization) {
    this.server = server;
    this.call = Requests.call(authorization);
  }

  /** Starts one on a server that has been called often enough to be warm. */
  static Bystander start(URI server, String authorization) throws IOException {
    var bystander = new Bystander(server, authorization);
    try (Wire wire = new Wire(server)) {
      for (int i = 0; i < WARM_UP; i++) {
        Response response = wire.exchange(bystander.call);
        if (response.status() != 200) {
          throw new IOException("the bystander got " + response.head() + response.text());
        }
      }
    }
    bystander.thread.setDaemon(true);
    bystander.thread.start();
    return bystander;
  }

  /** What was measured since the last time, with a call that still waits; begins anew. */
  synchronized Summary take() {
    if (begun != 0) {
      add(System.nanoTime() - begun);
      begun = System.nanoTime();
    }
    var taken =
        times.isEmpty()
            ? new Summary(0, 0, 0, failed, failure)
            : new Summary(times.millis(0.5), times.millis(0.99), times.millis(1), failed, failure);
    times = new Times();
    failed = 0;
    failure = "";
    return taken;
  }

  private void run() {
    @Nullable Wire wire = null;
    long due = System.nanoTime();
    while (!stopped) {
      synchronized (this) {
        begun = System.nanoTime();
      }
      try {
        if (wire == null) {
          wire = new Wire(server, "127.0.0.1", PATIENCE);
        }
        Response response = wire.exchange(call);
        ended(response.status() == 200 ? "" : "status " + response.status());
      } catch (IOException e) {
        wire = closed(wire);
        ended(String.valueOf(e.getMessage()));
      }
      due = Math.max(due + PERIOD, System.nanoTime() - PERIOD);
      sleepUntil(due);
    }
    closed(wire);
  }

  private synchronized void ended(String fault) {
    add(System.nanoTime() - begun);
    begun = 0;
    if (!fault.isEmpty() && !stopped) {
      failed++;
      failure = fault;
    }
  }

  private void add(long taken) {
    times.add(taken);
    for (long rest = taken - PERIOD; rest > PERIOD; rest -= PERIOD) {
      times.add(rest);
    }
  }

  private void sleepUntil(long due) {
    try {
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  private static @Nullable Wire closed(@Nullable Wire wire) {
    try {
      if (wire != null) {
        wire.close();
      }
    } catch (IOException e) {
      // It is given up.
    }
    return null;
  }

  /** Ends without waiting for a call that is under way. */
  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
  }
}
