package dev.erpsync.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.ConsoleReport;
import dev.erpsync.conformance.report.MatrixTable;
import dev.erpsync.conformance.report.Progress;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.report.Trace;
import dev.erpsync.conformance.run.Evidence;
import dev.erpsync.conformance.run.Plan;
import dev.erpsync.conformance.run.Unit;
import dev.erpsync.conformance.run.Units;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.ControlSearch;
import dev.erpsync.conformance.state.NotRestoredException;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateFile;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One run over many exchanges; afterwards the target stores what it stored before. */
final class ReplayRun {
  private static final long AGAIN_AFTER_MILLIS = 200;

  private final Contract contract;
  private final Plan plan;
  private final ConsoleReport console;
  private final Redaction redaction;
  private final Duration patience;
  private final boolean evidence;
  private final List<Replayed> replayed = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private String note = "";

  /**
   * A run.
   *
   * @param patience how long to wait for a target that does not answer yet
   * @param evidence whether to keep what was sent and received
   */
  ReplayRun(
      Contract contract, Plan plan, ConsoleReport console, Duration patience, boolean evidence) {
    this.contract = contract;
    this.plan = plan;
    this.console = console;
    this.redaction = plan.redaction();
    this.patience = patience;
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

  /** What people should know of how states are put in place; may be empty. */
  String note() {
    return note;
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
    var sent = new Evidence(plan);
    StateAccess access = find(sent.sender(), signal);
    StateGuard guard;
    try {
      guard = StateGuard.of(access.control(), plan.baseUrl());
    } catch (ControlException e) {
      throw unusable(e);
    }
    guard.note().ifPresent(console::line);
    try {
      List<Unit> units = Units.of(contract, plan, sent, access, this::keep);
      Progress progress = console.progress(units.size());
      for (Unit unit : units) {
        stopWhenRequested(signal);
        progress.done(!(replay(unit, sent) instanceof Verdict.Failed));
      }
    } finally {
      access.end();
      access.left().ifPresent(this::tell);
      restore(guard);
    }
  }

  private Verdict replay(Unit unit, Evidence sent) {
    sent.take();
    long begin = System.nanoTime();
    Verdict verdict = redaction.of(unit.replay().get());
    Duration took = Duration.ofNanos(System.nanoTime() - begin);
    List<Trace> traces = evidence ? sent.take().stream().map(redaction::of).toList() : List.of();
    replayed.add(new Replayed(verdict, unit.source(), took, traces));
    console.verdict(verdict);
    return verdict;
  }

  private void keep(Row row) {
    rows.add(redaction.of(row));
  }

  private void tell(String line) {
    console.line(line);
    note = note + " " + line + ".";
  }

  private static void stopWhenRequested(StopOnSignal signal) throws StopRunException {
    if (signal.requested()) {
      throw new StopRunException("stopped before the end");
    }
  }

  /**
   * Puts a state back, and tells so.
   *
   * @param file with the state
   * @throws StopRunException when it cannot be put back
   */
  void restore(Path file) throws StopRunException {
    try (var signal = new StopOnSignal()) {
      JsonNode state = StateFile.read(file);
      ControlSearch search = search(new Evidence(plan).sender(), signal);
      StateControl control =
          search
              .control()
              .orElseThrow(() -> new StopRunException(search.reason() + ": nothing is put back"));
      StateGuard.restore(control, plan.baseUrl(), file, state);
      console.line("Put back the state in " + file);
    } catch (ControlException e) {
      throw unusable(e);
    } catch (IOException e) {
      throw new StopRunException(String.valueOf(e.getMessage()));
    }
  }

  private static StopRunException unusable(ControlException e) {
    return new StopRunException("the emulator control cannot be used: " + e.getMessage());
  }

  private StateAccess find(Sender sender, StopOnSignal signal) throws StopRunException {
    ControlSearch search = search(sender, signal);
    try {
      StateAccess access =
          plan.recorded().isEmpty()
              ? StateAccess.of(search, contract, sender, plan.authorization(), plan.connector())
              : StateAccess.forRecording(
                  search, contract, sender, plan.authorization(), plan.connector());
      note = access.note();
      access.said().ifPresent(console::line);
      return access;
    } catch (IOException e) {
      throw silent(e);
    }
  }

  private ControlSearch search(Sender sender, StopOnSignal signal) throws StopRunException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      stopWhenRequested(signal);
      try {
        ControlSearch search = StateControl.search(sender, plan.authorization());
        if (search.credentialsRefused()) {
          throw new StopRunException(
              "the emulator control answers 401: these credentials are refused");
        }
        return search;
      } catch (IOException e) {
        if (System.nanoTime() >= end) {
          throw silent(e);
        }
      }
      rest();
    }
  }

  private StopRunException silent(IOException e) {
    String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return new StopRunException("%s does not answer: %s".formatted(plan.baseUrl(), reason));
  }

  private static void rest() throws StopRunException {
    try {
      Thread.sleep(AGAIN_AFTER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StopRunException("stopped before the end");
    }
  }

  private static void restore(StateGuard guard) throws StopRunException {
    try {
      guard.restore();
    } catch (NotRestoredException e) {
      throw new StopRunException(String.valueOf(e.getMessage()));
    }
  }
}
