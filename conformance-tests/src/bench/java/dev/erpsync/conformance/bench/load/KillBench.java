package dev.erpsync.conformance.bench.load;

import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Kills a server in the middle of load, again and again on one store, and looks after each kill
 * whether what was acknowledged is there, and nothing half.
 */
@Command(name = "kill", description = "kill -9 under load")
final class KillBench extends Bench {
  private static final int CONNECTION = 1;
  private static final int MOST_MILLIS = 1_500;
  private static final int MOST_SECONDS = 300;

  @Option(names = "--rounds", defaultValue = "20", description = "kills (${DEFAULT-VALUE})")
  int rounds;

  @Option(names = "--clients", defaultValue = "16", description = "callers (${DEFAULT-VALUE})")
  int clients;

  @Option(names = "--least", defaultValue = "200", description = "acknowledged before each kill")
  int least;

  private final Random random = new Random();
  private boolean right = true;

  @Override
  Table table() {
    return new Table(
        "store",
        "kills",
        "links acknowledged",
        "found",
        "lost",
        "half-written",
        "unanswered, done",
        "unanswered, not done",
        "other answers",
        "restart (s)");
  }

  @Override
  boolean right() {
    return right;
  }

  @Override
  void run(Workplace workplace, Table table) throws Exception {
    onEachStore(workplace, store -> run(workplace, store, table));
  }

  private void run(Workplace workplace, Store store, Table table) throws Exception {
    var load = new KillLoad(CONNECTION);
    var restarts = new Times();
    long found = 0;
    long lost = 0;
    long half = 0;
    long done = 0;
    long notDone = 0;
    try (ServerProcess first = ServerProcess.start(workplace, setting.jar(), store)) {
      first.seed(StoredState.withConnections(CONNECTION));
    }
    long before = 0;
    for (int round = 0; round <= rounds; round++) {
      try (ServerProcess server = ServerProcess.start(workplace, setting.jar(), store)) {
        StoredState state = StoredState.of(server);
        half += load.half(state);
        // Everything that was ever acknowledged is looked for after each kill.
        Fate.Count count = load.fate().compare(state.on(CONNECTION));
        found = count.found();
        lost += count.wrong();
        done += count.openDone();
        notDone += count.openNotDone();
        if (round > 0) {
          restarts.add(server.startUp().toNanos());
          System.out.printf(
              "%s, kill %d: %d calls acknowledged since the last, lost %d, half %d%n",
              store.name(), round, load.acknowledged() - before, lost, half);
        }
        before = load.acknowledged();
        if (round < rounds) {
          killUnderLoad(server, load);
        }
      }
    }
    right &= lost == 0 && half == 0 && load.others() == 0;
    table.row(
        store.name(),
        rounds,
        found + lost,
        found,
        lost,
        half,
        done,
        notDone,
        load.others(),
        restarts.millis(0.5) / 1e3);
  }

  private void killUnderLoad(ServerProcess server, KillLoad load) throws Exception {
    long enough = load.acknowledged() + least;
    try (Clients callers = Clients.start(clients, client -> load.untilItEnds(server))) {
      long patience = System.nanoTime() + MOST_SECONDS * 1_000_000_000L;
      while (load.acknowledged() < enough) {
        if (System.nanoTime() > patience) {
          throw new IllegalStateException("too few answers within %d s".formatted(MOST_SECONDS));
        }
        Thread.sleep(5);
      }
      Thread.sleep(random.nextInt(MOST_MILLIS));
      server.kill();
      callers.await();
    }
  }
}
