package dev.erpsync.conformance.bench.load;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What a call costs one caller, and a start the server, when much is stored. */
@Command(name = "scale", description = "cost of calls by how many links are stored")
final class ScaleBench extends Bench {
  private static final int CONNECTIONS_AT_ONCE = 1_000;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "10000,100000,1000000,5000000",
      description = "links on one connection (${DEFAULT-VALUE})")
  List<Integer> sizes;

  @Option(
      names = "--spread",
      defaultValue = "1000000",
      description = "links over 1,000 connections, 0 for none (${DEFAULT-VALUE})")
  int spread;

  @Option(
      names = "--heap",
      defaultValue = "256m",
      description = "the server's, with every size (${DEFAULT-VALUE})")
  String heap;

  @Option(names = "--calls", defaultValue = "2000", description = "of each kind (${DEFAULT-VALUE})")
  int calls;

  @Option(
      names = "--warm-up",
      defaultValue = "5000",
      description = "calls before (${DEFAULT-VALUE})")
  int warmUp;

  @Override
  Table table() {
    return new Table(
        "store",
        "connections",
        "links",
        "create p50 (ms)",
        "p99",
        "again p50 (ms)",
        "p99",
        "break p50 (ms)",
        "p99",
        "CPU a call (ms)",
        "start (s)",
        "CPU of the start (s)",
        "memory at start (MiB)",
        "at most (MiB)",
        "store (MiB)");
  }

  @Override
  void run(Workplace workplace, Table table) throws Exception {
    for (int size : sizes) {
      onEachStore(workplace, store -> measure(workplace, store, 1, size, table));
    }
    if (spread > 0) {
      onEachStore(
          workplace, store -> measure(workplace, store, CONNECTIONS_AT_ONCE, spread, table));
    }
  }

  private void measure(Workplace workplace, Store store, int connections, int size, Table table)
      throws Exception {
    var stock = new Stock(connections, size);
    // The server makes its tables itself.
    try (ServerProcess first = ServerProcess.start(workplace, setting.jar(), store)) {
      first.seed(StoredState.withConnections(connections));
    }
    stock.load(store);
    try (ServerProcess server =
        ServerProcess.start(workplace, setting.jar(), store, "-Xmx" + heap)) {
      double startCpu = server.used().toMillis() / 1e3;
      long atStart = server.residentMebibytes(false);
      var cost = new CallCost(stock);
      try (Line line = server.line()) {
        cost.warmUp(line, warmUp);
        var before = server.used();
        cost.measure(line, calls);
        double cpu = server.used().minus(before).toNanos() / 1e6 / (CallCost.KINDS * calls);
        table.row(
            store.name(),
            connections,
            size,
            ms(cost.create().millis(0.5)),
            ms(cost.create().millis(0.99)),
            ms(cost.again().millis(0.5)),
            ms(cost.again().millis(0.99)),
            ms(cost.breaking().millis(0.5)),
            ms(cost.breaking().millis(0.99)),
            ms(cpu),
            server.startUp().toMillis() / 1e3,
            startCpu,
            atStart,
            server.residentMebibytes(true),
            store.bytes() >> 20);
      }
    }
  }

  private static String ms(double millis) {
    return String.format(Locale.ROOT, "%.2f", millis);
  }
}
