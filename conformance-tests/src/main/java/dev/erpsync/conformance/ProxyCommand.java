package dev.erpsync.conformance;

import dev.erpsync.conformance.proxy.CheckingProxy;
import dev.erpsync.conformance.proxy.Listener;
import dev.erpsync.conformance.proxy.ProxySettings;
import dev.erpsync.conformance.recording.Recorder;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Results;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.serve.Bodies;
import dev.erpsync.conformance.serve.Journal;
import dev.erpsync.conformance.serve.LocalServer;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code proxy}: runs until it is told to stop; exit 0 when all that passed conformed, 1 when
 * something did not, 2 on wrong use.
 */
@Command(
    name = "proxy",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Stands in front of a server, forwards everything unchanged, and checks it against the contract.")
final class ProxyCommand implements Callable<Integer> {
  /** How many exchanges a report holds. */
  private static final int KEPT = 1000;

  private static final int MOST_BYTES = 64 << 20;
  private static final int MOST_SECONDS = 3600;
  private static final int KNOCK_MILLISECONDS = 2000;

  @Option(
      names = "--target",
      required = true,
      paramLabel = "URL",
      description = "root of the server behind the proxy (ERPSYNC_TARGET)")
  private URI target;

  @Mixin private final ServeOptions serve = new ServeOptions();

  @Option(
      names = "--bodies",
      paramLabel = "none|redacted|whole",
      defaultValue = "redacted",
      description =
          "what the report shows of bodies that break the contract: nothing, names with types in the place of values, or all (ERPSYNC_BODIES, ${DEFAULT-VALUE})")
  private Bodies bodies;

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      defaultValue = "1048576",
      description =
          "longest body that is checked; longer ones are only forwarded (ERPSYNC_MAX_BODY, ${DEFAULT-VALUE})")
  private int maxBody;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "how long to wait for the target's answer, and then for the end of it (ERPSYNC_TIMEOUT, ${DEFAULT-VALUE})")
  private int timeout;

  @Mixin private final RecordOptions record = new RecordOptions();

  @Spec private CommandSpec spec;

  private final Journal journal = new Journal(KEPT, CheckingProxy::isOfContract);

  @Override
  public Integer call() throws InterruptedException, NoSuchAlgorithmException {
    try {
      check();
      serve.prepare();
      return run(record.recorder(this::say));
    } catch (StopRunException e) {
      return WrongUse.print(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
    }
  }

  private void check() throws StopRunException {
    Optional<String> fault = BaseUrl.fault(target);
    if (fault.isPresent()) {
      throw new StopRunException("--target " + fault.get().replace("; use --user", ""));
    }
    if (maxBody < 1 || maxBody > MOST_BYTES) {
      throw new StopRunException("--max-body must be between 1 and " + MOST_BYTES);
    }
    if (timeout < 1 || timeout > MOST_SECONDS) {
      throw new StopRunException("--timeout must be between 1 and " + MOST_SECONDS);
    }
  }

  private int run(Optional<Recorder> recorder)
      throws StopRunException, InterruptedException, NoSuchAlgorithmException {
    PrintWriter out = spec.commandLine().getOut();
    var settings = new ProxySettings(target, bodies, maxBody, Duration.ofSeconds(timeout));
    var proxy =
        new CheckingProxy(
            Contract.erpSync(),
            settings,
            SSLContext.getDefault(),
            this::tell,
            recorder.isPresent() ? recorder.get() : Listener.NONE);
    try (var signal = new StopOnSignal()) {
      try (LocalServer server = serve.start(proxy)) {
        warnWhenNobodyIsThere();
        out.printf("erpsync proxy listening on %s, forwarding to %s%n", server.uri(), target);
        out.flush();
        signal.await();
      }
      Tally tally = journal.tally();
      int status = tally.failed() == 0 ? 0 : 1;
      try {
        serve.report(new Results(target, "", journal.kept(), List.of(), List.of(), tally), "proxy");
      } catch (StopRunException e) {
        status = WrongUse.print(spec.commandLine().getErr(), String.valueOf(e.getMessage()));
      }
      recorder.map(Recorder::summary).ifPresent(out::println);
      out.println(tally);
      out.flush();
      signal.endWith(status);
      return status;
    }
  }

  private void tell(Replayed replayed) {
    journal.add(replayed);
    if (replayed.verdict() instanceof Verdict.Failed failed) {
      List<Difference> differences = failed.differences();
      String more = differences.size() == 1 ? "" : "  (%d more)".formatted(differences.size() - 1);
      say("FAIL  %s  %s%s".formatted(failed.name(), differences.get(0), more));
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }

  /** It may come later: whoever starts both need not know which is faster. */
  private void warnWhenNobodyIsThere() {
    int standard = "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
    int port = target.getPort() < 0 ? standard : target.getPort();
    String host = target.getHost().replaceAll("[\\[\\]]", "");
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), KNOCK_MILLISECONDS);
    } catch (IOException | IllegalArgumentException e) {
      WrongUse.print(
          spec.commandLine().getErr(), "warning: nobody answers at %s yet".formatted(target));
    }
  }
}
