package dev.erpsync.conformance.bench.hostile;

import dev.erpsync.conformance.bench.load.Report;
import dev.erpsync.conformance.bench.load.Setting;
import dev.erpsync.conformance.bench.load.Table;
import dev.erpsync.conformance.bench.load.Workplace;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Attacks the server, and measures how it serves another client meanwhile; writes HOSTILE.md. */
@Command(name = "hostile", description = "attacks and faults, and what others notice of them")
public final class HostileBench implements Callable<Integer> {
  @Mixin private Setting setting;
  @Spec private CommandSpec spec;

  @Option(
      names = "--jdk",
      paramLabel = "FOLDER",
      description =
          "JDK that runs the server; may be repeated; the one of this benchmark if absent")
  private List<Path> jdks = new ArrayList<>();

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description = "only attacks with such a name, as in 'slow-*'")
  private String only = "*";

  @Option(names = "--write", description = "also write HOSTILE.md, which needs all attacks")
  private boolean write;

  /**
   * @return 0, or 1 when a bound was missed
   */
  @Override
  public Integer call() throws Exception {
    PathMatcher wanted = FileSystems.getDefault().getPathMatcher("glob:" + only);
    List<Attack> attacks =
        Attacks.all().stream().filter(a -> wanted.matches(Path.of(a.name()))).toList();
    if (attacks.isEmpty() || (write && attacks.size() < Attacks.all().size())) {
      throw new ParameterException(
          spec.commandLine(),
          attacks.isEmpty() ? "there is no attack " + only : "--write needs all attacks");
    }
    boolean right = true;
    for (Path home : jdks.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : jdks) {
      right &= run(Jdk.at(home), attacks);
    }
    return right ? 0 : 1;
  }

  private boolean run(Jdk jdk, List<Attack> attacks) throws Exception {
    System.out.println("JDK " + jdk.version());
    var report =
        new Report(
            "hostile on JDK " + jdk.feature(), spec.commandLine().getParseResult().originalArgs());
    Table table = Trial.table();
    boolean right = true;
    for (Attack attack : attacks) {
      // A folder of its own, so that no attack leaves anything to the next.
      try (Workplace workplace = Workplace.open()) {
        right &= new Trial(workplace, jdk, setting.jar()).run(attack, table);
      }
    }
    System.out.println();
    System.out.print(table.markdown());
    if (write) {
      report.write(setting.report().resolveSibling("HOSTILE.md"), table, jdk.version());
    }
    return right;
  }
}
