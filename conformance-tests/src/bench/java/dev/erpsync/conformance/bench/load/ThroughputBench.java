package dev.erpsync.conformance.bench.load;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Links made a second over HTTP, beside what the engine does with a row a commit. */
@Command(name = "throughput", description = "creates a second, beside the raw rate of the engine")
final class ThroughputBench extends Bench {
  @Option(names = "--clients", split = ",", defaultValue = "1,16,64", description = "callers")
  List<Integer> clients;

  @Option(names = "--seconds", defaultValue = "10", description = "of each measurement")
  int seconds;

  @Option(names = "--warm-up", defaultValue = "10", description = "seconds before the first")
  int warmUp;

  @Override
  Table table() {
    return new Table(
        "store",
        "clients",
        "creates a second",
        "engine, row a commit, as many clients",
        "ratio",
        "server's CPU a call (ms)",
        "harness's CPU a call (ms)");
  }

  @Override
  void run(Workplace workplace, Table table) throws Exception {
    generatorAlone(table);
    onEachStore(workplace, store -> measure(workplace, store, table));
  }

  private void measure(Workplace workplace, Store store, Table table) throws Exception {
    var next = new AtomicInteger(1);
    try (ServerProcess server = ServerProcess.start(workplace, setting.jar(), store)) {
      server.seed(StoredState.withConnections(1));
      creates(server, next, 16, warmUp);
      for (int callers : clients) {
        double raw = new RawRate(store).perSecond(callers, seconds);
        Duration serverBefore = server.used();
        Duration harnessBefore = ownCpu();
        long done = creates(server, next, callers, seconds);
        double rate = (double) done / seconds;
        table.row(
            store.name(),
            callers,
            rate,
            raw,
            "%.2f".formatted(rate / raw),
            perCall(server.used().minus(serverBefore), done),
            perCall(ownCpu().minus(harnessBefore), done));
      }
    }
  }

  /** The same callers on a server that does nothing: what the harness can do at most. */
  private void generatorAlone(Table table) throws Exception {
    try (var nothing = new NothingServer()) {
      for (int callers : clients) {
        Duration before = ownCpu();
        long done =
            Rate.count(
                callers,
                seconds,
                client ->
                    caller(new Line(nothing.uri(), Duration.ofSeconds(60)), new AtomicInteger(1)));
        table.row(
            "none: a server that only answers",
            callers,
            (double) done / seconds,
            "",
            "",
            "",
            perCall(ownCpu().minus(before), done));
      }
    }
  }

  private static long creates(ServerProcess server, AtomicInteger next, int callers, int seconds)
      throws Exception {
    return Rate.count(callers, seconds, client -> caller(server.line(), next));
  }

  private static Rate.Step caller(Line line, AtomicInteger next) {
    return new Rate.Step() {
      @Override
      public void run() throws Exception {
        int record = next.getAndIncrement();
        Answer answer = line.send(Call.create(1, record, "key-" + record));
        if (!answer.done()) {
          throw new IllegalStateException("not done: " + answer);
        }
      }

      @Override
      public void close() throws Exception {
        line.close();
      }
    };
  }

  private static String perCall(Duration cpu, long calls) {
    return "%.3f".formatted(cpu.toNanos() / 1e6 / calls);
  }

  private static Duration ownCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }
}
