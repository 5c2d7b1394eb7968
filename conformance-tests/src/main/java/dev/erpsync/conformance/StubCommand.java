package dev.erpsync.conformance;

import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.report.ConsoleReport;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Results;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.serve.LocalServer;
import dev.erpsync.conformance.stub.Seen;
import dev.erpsync.conformance.stub.StubServer;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code stub}: runs until it is told to stop; exit 0 when every call was a documented one, 1 when
 * one was not, 2 on wrong use, or when nothing was called.
 */
@Command(
    name = "stub",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Answers the documented requests as documented, and tells clients where theirs are others.")
final class StubCommand implements Callable<Integer> {
  @Mixin private final ServeOptions serve = new ServeOptions();

  @Option(
      names = "--encoding",
      paramLabel = "json|xml|form|all",
      defaultValue = "all",
      description = "how requests may be written (ERPSYNC_ENCODING, ${DEFAULT-VALUE})")
  private EncodingChoice encoding;

  @Option(names = "--all", description = "a sample that was not called is a failure too")
  private boolean all;

  @Spec private CommandSpec spec;

  private final Seen seen = new Seen(Sample.all());

  @Override
  public Integer call() throws InterruptedException {
    try {
      serve.prepare();
      return run();
    } catch (StopRunException e) {
      return wrongUse(e);
    }
  }

  private int run() throws StopRunException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    var stub =
        new StubServer(
            Contract.erpSync(), Sample.all(), Set.copyOf(encoding.encodings()), seen, this::tell);
    try (var signal = new StopOnSignal()) {
      URI uri;
      try (LocalServer server = serve.start(stub)) {
        uri = server.uri();
        out.println("erpsync stub listening on " + uri);
        out.flush();
        signal.await();
      }
      int status = finish(uri);
      signal.endWith(status);
      return status;
    }
  }

  private int finish(URI uri) {
    List<Replayed> results = seen.results();
    Tally tally = seen.tally();
    var console = new ConsoleReport(spec.commandLine().getOut(), spec.commandLine().getErr());
    results.forEach(each -> console.verdict(each.verdict()));
    console.line(tally.toString());
    try {
      serve.report(new Results(uri, "", results, List.of(), List.of(), tally), "stub");
    } catch (StopRunException e) {
      return wrongUse(e);
    }
    if (tally.passed() + tally.failed() == 0 && !all) {
      return wrongUse(new StopRunException("nothing was called"));
    }
    return tally.failed() > 0 || (all && tally.skipped() > 0) ? 1 : 0;
  }

  private void tell(String name, List<Difference> differences) {
    String more = differences.size() < 2 ? "" : "  (%d more)".formatted(differences.size() - 1);
    String what = differences.isEmpty() ? "as documented" : differences.get(0) + more;
    PrintWriter out = spec.commandLine().getOut();
    out.println("CALL  %s  %s".formatted(name, what));
    out.flush();
  }

  private int wrongUse(StopRunException e) {
    return WrongUse.print(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
  }
}
