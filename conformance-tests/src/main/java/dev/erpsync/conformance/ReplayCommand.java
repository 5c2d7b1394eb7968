package dev.erpsync.conformance;

import dev.erpsync.conformance.given.GivenDeriver;
import dev.erpsync.conformance.pages.PageFolderException;
import dev.erpsync.conformance.pages.PageReader;
import dev.erpsync.conformance.pages.PageReading;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.report.ConsoleReport;
import dev.erpsync.conformance.report.JsonReport;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Tally;
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
    Optional<String> fault = BaseUrl.fault(baseUrl);
    if (fault.isPresent()) {
      return wrongUse("--base-url " + fault.get());
    }
    if (user != null && !user.contains(":")) {
      return wrongUse("--user must be NAME:PASSWORD");
    }
    try {
      List<ReplayCase> cases = cases();
      return run(cases, redaction(cases));
    } catch (PageFolderException e) {
      return wrongUse(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      return wrongUse("cannot write the report to %s: %s".formatted(report, e));
    }
  }

  private int run(List<ReplayCase> cases, Redaction redaction) throws IOException {
    var console = new ConsoleReport(spec.commandLine().getOut());
    unusable.forEach(console::unusable);
    if (cases.isEmpty()) {
      return wrongUse("the pages hold no exchange that can be replayed");
    }
    Optional<JsonReport> json =
        report == null ? Optional.empty() : Optional.of(new JsonReport(report));
    var run = new ReplayRun(contract, baseUrl, authorization(), encoding, console);
    Optional<String> stopped = Optional.empty();
    try {
      run.run(cases, unusable, redaction);
    } catch (StopRunException e) {
      stopped = Optional.of(redaction.of(String.valueOf(e.getMessage())));
    }
    if (json.isPresent()) {
      json.get().write(baseUrl, run.stateKnown(), run.replayed(), unusable);
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

  private Redaction redaction(List<ReplayCase> cases) {
    List<String> sent = new ArrayList<>(cases.stream().map(ReplayCase::authorization).toList());
    authorization().ifPresent(sent::add);
    return new Redaction(sent);
  }

  private Optional<String> authorization() {
    return Optional.ofNullable(user).map(ReplayCommand::basic);
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

  private static String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
  }
}
