package dev.erpsync.conformance;

import dev.erpsync.conformance.given.GivenDeriver;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.pages.PageFolderException;
import dev.erpsync.conformance.pages.PageReader;
import dev.erpsync.conformance.pages.PageReading;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.report.ConsoleReport;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.ReportFile;
import dev.erpsync.conformance.report.Results;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
      names = "--matrix",
      description =
          "also try every operation in every request and response type, with every outcome that is independent of them")
  private boolean matrix;

  @Option(
      names = "--throttling",
      description = "with --cases: also guess passwords until the server slows the caller down")
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
      names = "--report",
      paramLabel = "DIR",
      description =
          "write replay.html, replay.xml (as JUnit does) and replay.json into this folder (ERPSYNC_REPORT)")
  private @Nullable Path report;

  @Spec private CommandSpec spec;

  private final Contract contract = Contract.erpSync();
  private final List<UnusablePage> unusable = new ArrayList<>();

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
    try {
      return run(plan());
    } catch (PageFolderException e) {
      return wrongUse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return wrongUse("cannot write the report to %s: %s".formatted(report, e));
    }
  }

  private Plan plan() {
    List<Case> beyond = cases || matrix ? Case.all() : List.of();
    return new Plan(
        baseUrl,
        exchanges(),
        encoding.encodings(),
        cases ? beyond : List.of(),
        cases && !behindProxy ? Refusal.all() : List.of(),
        matrix ? Outcome.all(contract, Sample.all(), beyond) : List.of(),
        secrets.secrets(),
        throttling);
  }

  private int run(Plan plan) throws IOException {
    var console = new ConsoleReport(spec.commandLine().getOut());
    unusable.forEach(console::unusable);
    if (plan.exchanges().isEmpty()) {
      return wrongUse("the pages hold no exchange that can be replayed");
    }
    if (report != null) {
      Files.createDirectories(report);
    }
    Redaction redaction = redaction(plan);
    var run = new ReplayRun(contract, plan, console, redaction, report != null);
    Optional<String> stopped = Optional.empty();
    try {
      run.run(unusable);
    } catch (StopRunException e) {
      stopped = Optional.of(redaction.of(String.valueOf(e.getMessage())));
    }
    if (report != null) {
      ReportFile.writeAll(
          report, new Results(baseUrl, run.stateKnown(), run.replayed(), run.rows(), unusable));
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

  private static Redaction redaction(Plan plan) {
    List<String> sent =
        new ArrayList<>(plan.exchanges().stream().map(ReplayCase::authorization).toList());
    sent.addAll(plan.secrets().all());
    return new Redaction(sent);
  }

  private List<ReplayCase> exchanges() {
    if (pages.isEmpty()) {
      return Sample.all().stream().map(ReplayCase::of).toList();
    }
    var deriver = new GivenDeriver(contract, Contract.emulator());
    List<ReplayCase> exchanges = new ArrayList<>();
    for (Path folder : pages) {
      PageReading reading = new PageReader(contract).read(folder);
      unusable.addAll(reading.unusable());
      reading.samples().forEach(sample -> exchanges.add(ReplayCase.of(sample, deriver)));
    }
    return exchanges;
  }

  private int wrongUse(String reason) {
    return WrongUse.print(spec.commandLine().getErr(), reason);
  }
}
