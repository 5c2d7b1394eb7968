package dev.erpsync.conformance.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that work at the same time, each on a thread of its own. */
public final class Clients implements AutoCloseable {
  /** What one of them does. */
  public interface Work {
    void run(int client) throws Exception;
  }

  private final ExecutorService threads;
  private final List<Future<?>> running = new ArrayList<>();

  private Clients(int count) {
    threads = Executors.newFixedThreadPool(count);
  }

  /** Sets them to work. */
  public static Clients start(int count, Work work) {
    var clients = new Clients(count);
    for (int i = 0; i < count; i++) {
      int client = i;
      clients.running.add(
          clients.threads.submit(
              () -> {
                work.run(client);
                return true;
              }));
    }
    return clients;
  }

  /** Lets them work to their end. */
  public static void run(int count, Work work) throws Exception {
    try (Clients clients = start(count, work)) {
      clients.await();
    }
  }

  /** Waits for all; what the first of them has failed with is thrown. */
  public void await() throws Exception {
    for (Future<?> client : running) {
      try {
        client.get();
      } catch (ExecutionException e) {
        throw e.getCause() instanceof Exception cause ? cause : e;
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
