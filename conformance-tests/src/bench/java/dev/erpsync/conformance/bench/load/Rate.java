package dev.erpsync.conformance.bench.load;

import java.util.concurrent.atomic.AtomicLong;

/** How often something can be done by several at once. */
final class Rate {
  /** What one of them does again and again. */
  interface Step extends AutoCloseable {
    void run() throws Exception;
  }

  /** Makes the step of each. */
  interface Steps {
    Step of(int client) throws Exception;
  }

  private Rate() {}

  /** How many steps end within the time. */
  static long count(int clients, int seconds, Steps steps) throws Exception {
    var done = new AtomicLong();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    Clients.run(
        clients,
        client -> {
          try (Step step = steps.of(client)) {
            long own = 0;
            for (; System.nanoTime() < end; own++) {
              step.run();
            }
            done.addAndGet(own);
          }
        });
    return done.get();
  }
}
