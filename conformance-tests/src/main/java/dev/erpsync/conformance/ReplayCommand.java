package dev.erpsync.conformance;

import dev.erpsync.conformance.given.GivenDeriver;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.pages.PageFolderException;
import dev.erpsync.conformance.pages.PageReader;
import dev.erpsync.conformance.pages.PageReading;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Replay;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.ConsoleReport;
import dev.erpsync.conformance.report.JsonReport;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code replay}: exit 0 when all conform, 1 when something does not, 2 on wrong use or no answer.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Sends documented exchanges to a server and compares what comes back.")
final class ReplayCommand implements Callable<Integer> {
  @Option(
      names = "--base-url",
      required = true,
      paramLabel = "URL",
      description = "root of the server to check")
  private URI baseUrl;

  @Option(
      names = "--user",
      paramLabel = "NAME:PASSWORD",
      description = "credentials to send instead of the documented ones")
  private @Nullable String user;

  @Option(
      names = "--encoding",
      paramLabel = "json",
      defaultValue = "json",
      description = "how bodies are written; json is the only one")
  private Encoding encoding;

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description =
          "replay the exchanges of the vendor's pages in this folder, not those of the contract; may be repeated")
  private List<Path> pages = List.of();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "write replay.json into this folder")
  private @Nullable Path report;

  @Spec private CommandSpec spec;

  private final Contract contract = Contract.erpSync();
  private final List<UnusablePage> unusable = new ArrayList<>();

  @Override
  public Integer call() {
    try {
      if (!List.of("http", "https").contains(String.valueOf(baseUrl.getScheme()))) {
        return wrongUse("--base-url must begin with http:// or https://");
      }
      if (user != null && !user.contains(":")) {
        return wrongUse("--user must be NAME:PASSWORD");
      }
      return run(cases());
    } catch (PageFolderException e) {
      return wrongUse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return wrongUse("%s does not answer: %s".formatted(baseUrl, reason(e)));
    }
  }

  private int run(List<ReplayCase> cases) throws IOException {
    var console = new ConsoleReport(spec.commandLine().getOut());
    unusable.forEach(console::unusable);
    if (cases.isEmpty()) {
      return wrongUse("the pages hold no exchange that can be replayed");
    }
    var sender = new HttpSender(baseUrl);
    Optional<String> authorization = Optional.ofNullable(user).map(ReplayCommand::basic);
    Optional<StateControl> control =
        StateControl.of(sender, authorization.orElseGet(() -> documented(cases)));
    if (control.isEmpty()) {
      console.line("The server has no emulator control: answers are compared by structure only.");
    }
    List<Verdict> verdicts = new ArrayList<>();
    StateGuard guard = StateGuard.of(control);
    try {
      var replay = new Replay(contract, sender, control, authorization, encoding);
      for (ReplayCase each : cases) {
        Verdict verdict = replay.replay(each);
        verdicts.add(verdict);
        console.verdict(verdict);
      }
    } finally {
      guard.restore();
    }
    if (report != null) {
      JsonReport.write(report, verdicts, unusable);
    }
    Tally tally = Tally.of(verdicts);
    console.line(tally.toString());
    return tally.failed() == 0 ? 0 : 1;
  }

  private List<ReplayCase> cases() {
    if (pages.isEmpty()) {
      return Sample.all().stream().map(ReplayCase::of).toList();
    }
    var deriver = new GivenDeriver(contract, Contract.emulator());
    List<ReplayCase> cases = new ArrayList<>();
    for (Path folder : pages) {
      PageReading reading = new PageReader(contract).read(folder);
      unusable.addAll(reading.unusable());
      reading.samples().forEach(sample -> cases.add(ReplayCase.of(sample, deriver)));
    }
    return cases;
  }

  private int wrongUse(String reason) {
    return WrongUse.print(spec.commandLine().getErr(), reason);
  }

  private static String documented(List<ReplayCase> cases) {
    return cases.get(0).sample().request().headers().getOrDefault("Authorization", "");
  }

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
