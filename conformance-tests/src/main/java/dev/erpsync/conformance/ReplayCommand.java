package dev.erpsync.conformance;

import dev.erpsync.conformance.pages.PageFolderException;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.report.ConsoleReport;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.ReportFile;
import dev.erpsync.conformance.report.Results;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.run.Exchanges;
import dev.erpsync.conformance.run.Kind;
import dev.erpsync.conformance.run.Plan;
import dev.erpsync.conformance.run.Wish;
import dev.erpsync.conformance.run.Writes;
import dev.erpsync.conformance.scenario.ScenarioFile;
import dev.erpsync.conformance.yaml.YamlFileException;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Scenario;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code replay}: exit 0 when all conform, 1 when something does not, 2 on wrong use, no answer, or
 * when nothing could be confirmed.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Sends documented exchanges to a server and compares what comes back.")
final class ReplayCommand implements Callable<Integer> {
  private static final int LONGEST_WAIT_SECONDS = 600;

  @Option(
      names = "--base-url",
      required = true,
      paramLabel = "URL",
      description = "root of the server to check (ERPSYNC_BASE_URL)")
  private URI baseUrl;

  @Option(
      names = "--encoding",
      paramLabel = "json|xml|form|all",
      defaultValue = "json",
      description = "how bodies are written (ERPSYNC_ENCODING, ${DEFAULT-VALUE})")
  private EncodingChoice encoding;

  @Option(
      names = "--cases",
      description =
          "also make the calls of the contract's cases beyond the documents, and send what HTTP itself refuses")
  private boolean cases;

  @Option(
      names = "--scenarios",
      description = "also play the contract's scenarios: calls in a row, and at once")
  private boolean scenarios;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "also play the scenarios of a file of yours; may be repeated (ERPSYNC_SCENARIO, one file)")
  private List<Path> scenarioFiles = List.of();

  @Option(
      names = "--connector",
      paramLabel = "ID",
      description =
          "a connector that the server has, to make connections on when its state cannot be set (ERPSYNC_CONNECTOR)")
  private @Nullable Integer connector;

  @Option(
      names = "--matrix",
      description =
          "also try every operation in every request and response type, with every outcome that is independent of them")
  private boolean matrix;

  @Option(
      names = "--throttling",
      description =
          "with --cases or --scenarios: also guess passwords until the server slows the caller down")
  private boolean throttling;

  @Option(
      names = "--behind-proxy",
      description =
          "with --cases: leave out what HTTP itself refuses; a proxy in front of the server would answer that")
  private boolean behindProxy;

  @Mixin private final SecretOptions secrets = new SecretOptions();

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description =
          "replay the exchanges of the vendor's pages in this folder, not those of the contract; may be repeated (ERPSYNC_PAGES, one folder)")
  private List<Path> pages = List.of();

  @Option(
      names = "--exchanges",
      paramLabel = "DIR",
      description =
          "replay the recording in this folder, made by proxy --record, and nothing else (ERPSYNC_EXCHANGES)")
  private @Nullable Path exchanges;

  @Option(
      names = "--restore",
      paramLabel = "FILE",
      description =
          "put back the state in this file, which a killed run has left, and do nothing else (ERPSYNC_RESTORE)")
  private @Nullable Path restore;

  @Option(
      names = "--allow-writes",
      description = "also write to a server that is not on this machine")
  private boolean allowWrites;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "write replay.html, replay.xml (as JUnit does) and replay.json into this folder (ERPSYNC_REPORT)")
  private @Nullable Path report;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description = "how long to wait for a server that does not answer yet (ERPSYNC_WAIT, 0)")
  private int wait;

  @Spec private CommandSpec spec;

  private final Contract contract = Contract.erpSync();

  @Override
  public Integer call() {
    Optional<String> fault = BaseUrl.fault(baseUrl);
    if (fault.isPresent()) {
      return wrongUse("--base-url " + fault.get());
    }
    Optional<String> secretFault = secrets.fault();
    if (secretFault.isPresent()) {
      return wrongUse(secretFault.get());
    }
    if (connector != null && connector < 1) {
      return wrongUse("--connector must be an id from 1");
    }
    if (wait < 0 || wait > LONGEST_WAIT_SECONDS) {
      return wrongUse("--wait must be between 0 and " + LONGEST_WAIT_SECONDS);
    }
    if (exchanges != null && isMore()) {
      return wrongUse(
          "--exchanges replays a recording and nothing else; leave out other exchanges");
    }
    if (restore != null) {
      return isMore() || exchanges != null || report != null
          ? wrongUse("--restore replays nothing; leave out exchanges and --report")
          : restore(restore);
    }
    try {
      Exchanges found = exchanges();
      Plan plan = wish().plan(contract, found);
      Optional<String> warning =
          allowWrites ? Optional.empty() : Writes.warning(contract, plan, "--allow-writes");
      return warning.isPresent() ? wrongUse(warning.get()) : run(plan, found);
    } catch (PageFolderException | YamlFileException e) {
      return wrongUse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return wrongUse("cannot write the report to %s: %s".formatted(report, e));
    }
  }

  private int restore(Path file) {
    try {
      Plan plan = wish().plan(contract, Exchanges.of(contract, List.of()));
      Optional<String> warning =
          allowWrites ? Optional.empty() : Writes.warningOfRestore(baseUrl, "--allow-writes");
      if (warning.isPresent()) {
        return wrongUse(warning.get());
      }
      new ReplayRun(contract, plan, console(), Duration.ofSeconds(wait), false).restore(file);
      return 0;
    } catch (StopRunException | YamlFileException e) {
      return wrongUse(String.valueOf(e.getMessage()));
    }
  }

  private ConsoleReport console() {
    return new ConsoleReport(spec.commandLine().getOut(), spec.commandLine().getErr());
  }

  private boolean isMore() {
    boolean others = cases || scenarios || matrix || throttling;
    return others
        || encoding != EncodingChoice.JSON
        || !pages.isEmpty()
        || !scenarioFiles.isEmpty();
  }

  private Exchanges exchanges() throws YamlFileException {
    if (exchanges == null) {
      return Exchanges.of(contract, pages);
    }
    try {
      return Exchanges.recorded(contract, exchanges);
    } catch (IOException e) {
      throw new YamlFileException(exchanges, "it cannot be read: " + e);
    }
  }

  private Wish wish() throws YamlFileException {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    add(kinds, Kind.CASES, cases);
    add(kinds, Kind.REFUSALS, cases && !behindProxy);
    add(kinds, Kind.SCENARIOS, scenarios);
    add(kinds, Kind.MATRIX, matrix);
    add(kinds, Kind.THROTTLING, throttling);
    List<Scenario> own = new ArrayList<>();
    for (Path file : scenarioFiles) {
      own.addAll(ScenarioFile.read(file));
    }
    return new Wish(
        baseUrl,
        encoding.encodings(),
        kinds,
        own,
        secrets.secrets(),
        Optional.ofNullable(connector));
  }

  private static void add(Set<Kind> kinds, Kind kind, boolean asked) {
    if (asked) {
      kinds.add(kind);
    }
  }

  private int run(Plan plan, Exchanges found) throws IOException {
    ConsoleReport console = console();
    List<UnusablePage> unusable = found.unusable();
    unusable.forEach(console::unusable);
    if (found.isEmpty()) {
      return wrongUse(
          exchanges == null
              ? "the pages hold no exchange that can be replayed"
              : exchanges + ": there is no exchange in it");
    }
    if (report != null) {
      Files.createDirectories(report);
    }
    Redaction redaction = plan.redaction();
    var patience = Duration.ofSeconds(wait);
    var run = new ReplayRun(contract, plan, console, patience, report != null);
    Optional<String> stopped = Optional.empty();
    try {
      run.run(unusable);
    } catch (StopRunException e) {
      stopped = Optional.of(redaction.of(String.valueOf(e.getMessage())));
    }
    if (report != null) {
      ReportFile.writeAll(
          report, new Results(baseUrl, run.note(), run.replayed(), run.rows(), unusable));
    }
    if (stopped.isPresent()) {
      return wrongUse(stopped.get());
    }
    Tally tally = Tally.of(run.replayed().stream().map(Replayed::verdict).toList());
    if (tally.passed() + tally.failed() == 0) {
      return wrongUse("nothing could be confirmed");
    }
    return tally.failed() == 0 ? 0 : 1;
  }

  private int wrongUse(String reason) {
    return WrongUse.print(spec.commandLine().getErr(), reason);
  }
}
