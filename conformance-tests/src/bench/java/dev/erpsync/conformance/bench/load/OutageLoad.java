package dev.erpsync.conformance.bench.load;

import dev.erpsync.conformance.bench.load.Fate.Known;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Links that are made one after the other, each for a record of its own. */
public final class OutageLoad {
  /** An impatient caller: Retry-After asks for more. */
  private static final int PAUSE_MILLIS = 100;

  private final int connection;
  private final Fate fate = new Fate();
  private final AtomicInteger next = new AtomicInteger(1);

  public OutageLoad(int connection) {
    this.connection = connection;
  }

  public Fate fate() {
    return fate;
  }

  public void call(ServerProcess server, Phases phases, BooleanSupplier stop) throws Exception {
    try (Line line = server.line()) {
      while (!stop.getAsBoolean()) {
        int record = next.getAndIncrement();
        fate.set(record, Known.OPEN);
        long begun = System.nanoTime();
        Answer answer = line.send(Call.create(connection, record, "key-" + record));
        phases.answered(begun, answer);
        if (answer.done()) {
          fate.set(record, Known.THERE);
        } else if (answer.nothingDone()) {
          fate.set(record, Known.GONE);
        }
        if (answer.outage()) {
          Thread.sleep(PAUSE_MILLIS);
        }
      }
    }
  }
}
