package dev.erpsync.conformance.bench.load;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stops a database under load and starts it again. */
@Command(name = "outage", description = "PostgreSQL stopped under load, and started again")
final class OutageBench extends Bench {
  private static final int CONNECTION = 1;
  private static final int PROBE_MILLIS = 10;

  @Option(names = "--seconds", defaultValue = "20", description = "how long it is away")
  int seconds;

  @Option(names = "--around", defaultValue = "10", description = "seconds of load before and after")
  int around;

  @Option(names = "--clients", defaultValue = "16", description = "callers (${DEFAULT-VALUE})")
  int clients;

  @Option(names = "--rounds", defaultValue = "3", description = "outages (${DEFAULT-VALUE})")
  int rounds;

  private boolean right = true;

  @Override
  Table table() {
    return new Table(
        "outage",
        "acknowledged",
        "503 with Retry-After",
        "the same after it was up",
        "other answers",
        "longest wait before (s)",
        "longest wait during (s)",
        "first success after it was up (s)",
        "longest wait after (s)",
        "lost",
        "refused but done",
        "outcome unknown");
  }

  @Override
  boolean right() {
    return right;
  }

  @Override
  void run(Workplace workplace, Table table) throws Exception {
    try (var postgres = new PostgresServer(workplace);
        Store store = postgres.database();
        ServerProcess server = ServerProcess.start(workplace, setting.jar(), store)) {
      server.seed(StoredState.withConnections(CONNECTION));
      var load = new OutageLoad(CONNECTION);
      for (int round = 1; round <= rounds; round++) {
        table.row(round(round, postgres, store, server, load));
      }
    }
  }

  private Object[] round(
      int number, PostgresServer postgres, Store store, ServerProcess server, OutageLoad load)
      throws Exception {
    var phases = new Phases();
    var stop = new AtomicBoolean();
    try (Clients callers = Clients.start(clients, client -> load.call(server, phases, stop::get))) {
      Thread.sleep(1_000L * around);
      phases.down();
      postgres.stop();
      Thread.sleep(1_000L * seconds);
      try (Clients probe = Clients.start(1, client -> awaitUp(store, phases))) {
        postgres.start();
        probe.await();
      }
      Thread.sleep(1_000L * around);
      stop.set(true);
      callers.await();
    }
    Fate.Count count = load.fate().compare(StoredState.of(server).on(CONNECTION));
    right &= count.wrong() == 0 && phases.others() == 0;
    return new Object[] {
      number,
      phases.acknowledged(),
      phases.outages(Phases.Phase.DURING),
      phases.outages(Phases.Phase.AFTER),
      phases.others(),
      phases.longestSeconds(Phases.Phase.BEFORE),
      phases.longestSeconds(Phases.Phase.DURING),
      phases.recoverySeconds(),
      phases.longestSeconds(Phases.Phase.AFTER),
      count.missing(),
      count.extra(),
      phases.unknown()
    };
  }

  /** Asks the database itself, past the server. */
  private static void awaitUp(Store store, Phases phases) throws InterruptedException {
    while (true) {
      try {
        store.connect().close();
        phases.up();
        return;
      } catch (SQLException e) {
        Thread.sleep(PROBE_MILLIS);
      }
    }
  }
}
