package dev.erpsync.server;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work that starts at the same time. */
final class Racers {
  /** One of them; whatever goes wrong in it fails the test. */
  interface Work<T> {
    T run(int racer) throws Exception;
  }

  private Racers() {}

  /** What came of each, in the order of their numbers. */
  static <T> List<T> race(int racers, Work<T> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(racers);
    try {
      var start = new CyclicBarrier(racers);
      List<Callable<T>> works = new ArrayList<>();
      for (int i = 0; i < racers; i++) {
        int racer = i;
        works.add(
            () -> {
              start.await();
              return work.run(racer);
            });
      }
      List<T> results = new ArrayList<>();
      for (var result : threads.invokeAll(works)) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdown();
    }
  }
}
