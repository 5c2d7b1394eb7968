package dev.erpsync.conformance.bench.load;

import dev.erpsync.conformance.lies.LiesReport;
import dev.erpsync.conformance.server.TargetServer;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether the kit finds every lie, and nothing on an honest server; writes LIES.md. */
@Command(name = "lies", description = "whether the kit finds every lie, and nothing else")
final class LiesBench implements Callable<Integer> {
  @Mixin private Setting setting;

  @Option(
      names = "--runs",
      defaultValue = "20",
      description = "how often an honest server is asked everything (${DEFAULT-VALUE})")
  private int runs;

  @Option(names = "--seed", description = "of the orders in which it is asked; else a random one")
  private long seed = new Random().nextInt(Integer.MAX_VALUE);

  /**
   * @return 0, or 1 when a lie was missed or an honest answer taken for one
   */
  @Override
  public Integer call() throws Exception {
    System.out.println("orders by the seed " + seed);
    var circumstances = new Circumstances();
    LiesReport report;
    try (Workplace workplace = Workplace.open();
        Store store = EmbeddedStore.in(workplace);
        var server = ServerProcess.start(workplace, setting.jar(), store)) {
      report = LiesReport.of(TargetServer.at(server.uri()), runs, seed);
    }
    System.out.println(report.summary());
    report.write(setting.report().resolveSibling("LIES.md"), circumstances.text());
    return report.isRight() ? 0 : 1;
  }
}
