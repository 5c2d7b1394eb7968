package dev.erpsync.conformance.scenario;

import dev.erpsync.conformance.cases.CaseCall;
import dev.erpsync.conformance.cases.CaseExchange;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Variables;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Calls made at once, as nearly as one process can. */
final class Race {
  /**
   * One of those who call.
   *
   * @param variables with its number
   */
  record Caller(Variables variables, Case asked, CaseCall call) {}

  private Race() {}

  /**
   * The answers, in the order of the callers.
   *
   * @throws IOException when one of them got none
   */
  static List<Answer> run(CaseExchange exchange, List<Caller> callers) throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(callers.size());
    try {
      var start = new CyclicBarrier(callers.size());
      List<Future<Answer>> running = new ArrayList<>();
      for (Caller caller : callers) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return exchange.send(caller.asked(), caller.call());
                }));
      }
      threads.shutdown();
      return answers(running);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Nothing of a race may still be going on when it has failed: all are waited for. */
  private static List<Answer> answers(List<Future<Answer>> running) throws IOException {
    List<Answer> answers = new ArrayList<>();
    Optional<IOException> failure = Optional.empty();
    for (Future<Answer> each : running) {
      try {
        answers.add(answer(each));
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        failure = failure.or(() -> Optional.of(e));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    return answers;
  }

  private static Answer answer(Future<Answer> running) throws IOException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
