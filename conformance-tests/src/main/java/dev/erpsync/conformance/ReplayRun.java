package dev.erpsync.conformance;

import dev.erpsync.conformance.cases.CaseList;
import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.RefusalReplay;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.http.RecordingSender;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.matrix.MatrixRun;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Replay;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.SameValue;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.ConsoleReport;
import dev.erpsync.conformance.report.MatrixTable;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Source;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.report.Trace;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.ControlSearch;
import dev.erpsync.conformance.state.NotRestoredException;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Refusal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One run over many exchanges; afterwards the target stores what it stored before. */
final class ReplayRun {
  private final Contract contract;
  private final Plan plan;
  private final ConsoleReport console;
  private final Redaction redaction;
  private final boolean evidence;
  private final List<Replayed> replayed = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private boolean stateKnown;

  /**
   * A run.
   *
   * @param redaction keeps credentials out of the verdicts
   * @param evidence whether to keep what was sent and received
   */
  ReplayRun(
      Contract contract, Plan plan, ConsoleReport console, Redaction redaction, boolean evidence) {
    this.contract = contract;
    this.plan = plan;
    this.console = console;
    this.redaction = redaction;
    this.evidence = evidence;
  }

  /** What is known so far, also when the run ended early. */
  List<Replayed> replayed() {
    return replayed;
  }

  /** The rows of the matrix that are known so far. */
  List<Row> rows() {
    return rows;
  }

  /** Whether the state of the target could be set. */
  boolean stateKnown() {
    return stateKnown;
  }

  /**
   * Replays the exchanges and tells each verdict. In the end the lines are told that sum it up.
   *
   * @param unusable pages, or parts of pages, that could not be used
   * @throws StopRunException when it has to end early, after everything was told
   */
  void run(List<UnusablePage> unusable) throws StopRunException {
    try (var signal = new StopOnSignal()) {
      try {
        guarded(signal);
      } finally {
        if (!rows.isEmpty()) {
          MatrixTable.lines(rows).forEach(console::line);
        }
        if (!unusable.isEmpty()) {
          console.line(unusable.size() + " pages or parts of pages could not be used");
        }
        console.line(Tally.of(replayed.stream().map(Replayed::verdict).toList()).toString());
      }
    }
  }

  private void guarded(StopOnSignal signal) throws StopRunException {
    var sender = new RecordingSender(plan.secrets().sender(new HttpSender(plan.baseUrl())));
    Optional<StateControl> control =
        find(
            sender,
            plan.secrets()
                .authorization()
                .orElseGet(() -> plan.exchanges().get(0).authorization()));
    StateGuard guard;
    try {
      guard = StateGuard.of(control);
    } catch (ControlException e) {
      throw new StopRunException("the emulator control cannot be used: " + e.getMessage());
    }
    try {
      exchanges(sender, control, signal);
      cases(sender, control, signal);
    } finally {
      restore(guard);
    }
  }

  private void exchanges(
      RecordingSender sender, Optional<StateControl> control, StopOnSignal signal)
      throws StopRunException {
    var answers = new SameValue();
    for (Encoding encoding : plan.encodings()) {
      Optional<String> authorization = plan.secrets().authorization();
      var replay = new Replay(contract, sender, control, authorization, encoding, answers);
      for (ReplayCase each : plan.exchanges()) {
        stopWhenRequested(signal);
        tell(sender, Source.of(each), () -> replay.replay(each));
      }
    }
  }

  private void cases(RecordingSender sender, Optional<StateControl> control, StopOnSignal signal)
      throws StopRunException {
    var replay = new CaseReplay(contract, sender, control, plan.secrets(), plan.throttling());
    for (Encoding encoding : plan.encodings()) {
      for (Case each : CaseList.in(encoding, plan.cases())) {
        stopWhenRequested(signal);
        tell(
            sender,
            Source.of(each),
            () -> replay.replay(each, encoding.wire(), CaseList.name(each, encoding)));
      }
    }
    refusals(signal);
    var matrix = new MatrixRun(contract, replay);
    for (Outcome outcome : plan.outcomes()) {
      stopWhenRequested(signal);
      tell(
          sender,
          Source.of(outcome.asked()),
          () -> {
            Row row = redaction.of(matrix.row(outcome));
            rows.add(row);
            return row.verdict();
          });
    }
  }

  private void refusals(StopOnSignal signal) throws StopRunException {
    List<Trace> traces = new ArrayList<>();
    var sender = new RawSender(plan.baseUrl(), exchange -> traces.add(Trace.of(exchange)));
    var replay = new RefusalReplay(contract, sender, plan.secrets());
    for (Encoding encoding : plan.encodings().stream().filter(RefusalReplay::answers).toList()) {
      for (Refusal each : plan.refusals()) {
        stopWhenRequested(signal);
        traces.clear();
        tell(Source.of(each), () -> replay.replay(each, encoding), () -> traces);
      }
    }
  }

  private void tell(RecordingSender sender, Source source, Supplier<Verdict> replay) {
    sender.take();
    tell(source, replay, () -> sender.take().stream().map(Trace::of).toList());
  }

  private void tell(Source source, Supplier<Verdict> replay, Supplier<List<Trace>> sent) {
    long begin = System.nanoTime();
    Verdict verdict = redaction.of(replay.get());
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    List<Trace> traces = evidence ? sent.get().stream().map(redaction::of).toList() : List.of();
    replayed.add(new Replayed(verdict, source, took, traces));
    console.verdict(verdict);
  }

  private static void stopWhenRequested(StopOnSignal signal) throws StopRunException {
    if (signal.requested()) {
      throw new StopRunException("stopped before the end");
    }
  }

  private Optional<StateControl> find(Sender sender, String credentials) throws StopRunException {
    ControlSearch search;
    try {
      search = StateControl.search(sender, credentials);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new StopRunException("%s does not answer: %s".formatted(plan.baseUrl(), reason));
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
