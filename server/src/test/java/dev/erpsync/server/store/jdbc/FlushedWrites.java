package dev.erpsync.server.store.jdbc;

import dev.erpsync.server.connector.Connector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A program that writes into a store and does nothing else, to be watched from outside. */
final class FlushedWrites {
  private FlushedWrites() {}

  /** Arguments: the data directory, how many threads, how many writes each. */
  public static void main(String... args) throws Exception {
    int threads = Integer.parseInt(args[1]);
    int writes = Integer.parseInt(args[2]);
    try (JdbcStore store = SqliteStore.open(Path.of(args[0]))) {
      ExecutorService callers = Executors.newFixedThreadPool(threads);
      List<Future<?>> running = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int first = 1 + t * writes;
        running.add(callers.submit(() -> write(store, first, writes)));
      }
      for (Future<?> each : running) {
        each.get();
      }
      callers.shutdown();
    }
  }

  private static void write(JdbcStore store, int first, int writes) {
    for (int id = first; id < first + writes; id++) {
      var connector = new Connector(id, "n", null, false);
      store
          .transactions()
          .write(
              () -> {
                store.connectors().put(connector);
                return true;
              });
      // Seen by whoever watches the system calls, between two flushes.
      System.out.println("acknowledged");
    }
  }
}
