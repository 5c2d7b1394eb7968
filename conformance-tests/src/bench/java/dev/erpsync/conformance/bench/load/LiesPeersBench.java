package dev.erpsync.conformance.bench.load;

import dev.erpsync.conformance.lies.PeersReport;
import dev.erpsync.conformance.server.TargetServer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What other tools find of the lies that the kit must find; writes LIES-PEERS.md. */
@Command(name = "lies-peers", description = "what other tools find of the same lies")
final class LiesPeersBench implements Callable<Integer> {
  @Mixin private Setting setting;

  @Option(
      names = "--tools",
      split = ",",
      defaultValue = "prism,schemathesis,dredd,specmatic",
      description = "tools to ask, installed when they are not there (${DEFAULT-VALUE})")
  private List<String> tools;

  /** Half an hour with all of them. */
  @Override
  public Integer call() throws Exception {
    Path module = setting.report().toAbsolutePath().getParent();
    var circumstances = new Circumstances();
    PeersReport report;
    try (Workplace workplace = Workplace.open();
        Store store = EmbeddedStore.in(workplace);
        var server = ServerProcess.start(workplace, setting.jar(), store)) {
      report =
          PeersReport.of(
              TargetServer.at(server.uri()),
              module.resolve("src/peers"),
              module.resolveSibling("spec/target/openapi.json"),
              tools,
              System.out::println);
    }
    report.write(module.resolve("LIES-PEERS.md"), circumstances.text());
    return 0;
  }
}
