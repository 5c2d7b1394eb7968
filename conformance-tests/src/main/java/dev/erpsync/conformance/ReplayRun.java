package dev.erpsync.conformance;

import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Replay;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.ConsoleReport;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.ControlSearch;
import dev.erpsync.conformance.state.NotRestoredException;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run over many exchanges; afterwards the target stores what it stored before. */
final class ReplayRun {
  private final Contract contract;
  private final URI baseUrl;
  private final Optional<String> authorization;
  private final Encoding encoding;
  private final ConsoleReport console;
  private final List<Replayed> replayed = new ArrayList<>();
  private boolean stateKnown;

  /**
   * A run.
   *
   * @param authorization credentials instead of the documented ones; empty to send those
   */
  ReplayRun(
      Contract contract,
      URI baseUrl,
      Optional<String> authorization,
      Encoding encoding,
      ConsoleReport console) {
    this.contract = contract;
    this.baseUrl = baseUrl;
    this.authorization = authorization;
    this.encoding = encoding;
    this.console = console;
  }

  /** What is known so far, also when the run ended early. */
  List<Replayed> replayed() {
    return replayed;
  }

  /** Whether the state of the target could be set. */
  boolean stateKnown() {
    return stateKnown;
  }

  /**
   * Replays the exchanges and tells each verdict. In the end the lines are told that sum it up.
   *
   * @param redaction keeps credentials out of the verdicts
   * @throws StopRunException when it has to end early, after everything was told
   */
  void run(List<ReplayCase> cases, List<UnusablePage> unusable, Redaction redaction)
      throws StopRunException {
    try (var signal = new StopOnSignal()) {
      try {
        guarded(cases, redaction, signal);
      } finally {
        if (!unusable.isEmpty()) {
          console.line(unusable.size() + " pages or parts of pages could not be used");
        }
        console.line(Tally.of(replayed.stream().map(Replayed::verdict).toList()).toString());
      }
    }
  }

  private void guarded(List<ReplayCase> cases, Redaction redaction, StopOnSignal signal)
      throws StopRunException {
    var sender = new HttpSender(baseUrl);
    Optional<StateControl> control =
        find(sender, authorization.orElseGet(() -> cases.get(0).authorization()));
    StateGuard guard;
    try {
      guard = StateGuard.of(control);
    } catch (ControlException e) {
      throw new StopRunException("the emulator control cannot be used: " + e.getMessage());
    }
    var replay = new Replay(contract, sender, control, authorization, encoding);
    try {
      for (ReplayCase each : cases) {
        if (signal.requested()) {
          throw new StopRunException("stopped before the end");
        }
        Verdict verdict = redaction.of(replay.replay(each));
        replayed.add(new Replayed(each, verdict));
        console.verdict(verdict);
      }
    } finally {
      restore(guard);
    }
  }

  private Optional<StateControl> find(HttpSender sender, String credentials)
      throws StopRunException {
    ControlSearch search;
    try {
      search = StateControl.search(sender, credentials);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new StopRunException("%s does not answer: %s".formatted(baseUrl, reason));
    }
    if (search.credentialsRefused()) {
      throw new StopRunException("the emulator control answers 401: these credentials are refused");
    }
    stateKnown = search.control().isPresent();
    if (!stateKnown) {
      console.line(search.reason() + ": answers are compared by structure only.");
    }
    return search.control();
  }

  private static void restore(StateGuard guard) throws StopRunException {
    try {
      guard.restore();
    } catch (NotRestoredException e) {
      String lost = "the target does not store again what it did (%s)".formatted(e.getMessage());
      try {
        Path file = e.save(Path.of(System.getProperty("java.io.tmpdir")));
        throw new StopRunException(lost + "; its state is kept in " + file);
      } catch (IOException unsaved) {
        throw new StopRunException(lost + "; nor can its state be written: " + unsaved);
      }
    }
  }
}
