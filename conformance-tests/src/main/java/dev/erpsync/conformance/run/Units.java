package dev.erpsync.conformance.run;

import dev.erpsync.conformance.cases.CaseList;
import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.RefusalReplay;
import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.matrix.MatrixRun;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.playback.RecordingReplay;
import dev.erpsync.conformance.recording.RecordedExchange;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Replay;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.SameValue;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Source;
import dev.erpsync.conformance.scenario.ScenarioReplay;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All that a plan replays on one target, in its order. */
public final class Units {
  private final Contract contract;
  private final Plan plan;
  private final Sender sender;
  private final RawSender raw;
  private final StateAccess access;
  private final List<Unit> units = new ArrayList<>();

  private Units(Contract contract, Plan plan, Sender sender, RawSender raw, StateAccess access) {
    this.contract = contract;
    this.plan = plan;
    this.sender = sender;
    this.raw = raw;
    this.access = access;
  }

  /**
   * The units of a plan. Nothing is sent yet.
   *
   * @param evidence what goes to the target
   * @param access how the target's state is set
   * @param rows is told each row of the matrix, when it is tried
   */
  public static List<Unit> of(
      Contract contract, Plan plan, Evidence evidence, StateAccess access, Consumer<Row> rows) {
    var all = new Units(contract, plan, evidence.sender(), evidence.raw(), access);
    all.exchanges();
    all.recording();
    all.scenarios();
    var replay =
        new CaseReplay(contract, all.sender, access.control(), plan.secrets(), plan.throttling());
    all.cases(replay);
    all.refusals();
    all.matrix(new MatrixRun(contract, replay), rows);
    return List.copyOf(all.units);
  }

  private void exchanges() {
    var answers = new SameValue();
    for (Encoding encoding : plan.encodings()) {
      Optional<String> authorization = plan.secrets().authorization();
      var replay = new Replay(contract, sender, access, authorization, encoding, answers);
      for (ReplayCase each : plan.exchanges()) {
        add(each.name(Replay.SIDE, encoding), Source.of(each), () -> replay.replay(each));
      }
    }
  }

  private void recording() {
    if (plan.recorded().isEmpty()) {
      return;
    }
    var replay =
        new RecordingReplay(
            contract,
            sender,
            access.operations().orElseThrow(),
            plan.authorization(),
            plan.connector(),
            plan.recorded());
    for (RecordedExchange each : plan.recorded()) {
      Source source = Source.recorded(each.sample(), each.file(), each.line());
      add(RecordingReplay.name(each), source, () -> replay.replay(each));
    }
  }

  private void scenarios() {
    var replay =
        new ScenarioReplay(
            contract, sender, access, plan.secrets(), plan.throttling(), plan.connector());
    for (Encoding encoding : plan.encodings()) {
      for (Scenario each : ScenarioReplay.in(encoding, plan.scenarios())) {
        String name = ScenarioReplay.name(each, encoding);
        add(name, Source.of(each), () -> replay.replay(each, encoding));
      }
    }
  }

  private void cases(CaseReplay replay) {
    for (Encoding encoding : plan.encodings()) {
      for (Case each : CaseList.in(encoding, plan.cases())) {
        String name = CaseList.name(each, encoding);
        add(name, Source.of(each), () -> replay.replay(each, encoding.wire(), name));
      }
    }
  }

  private void refusals() {
    var replay = new RefusalReplay(contract, raw, plan.secrets());
    for (Encoding encoding : plan.encodings().stream().filter(RefusalReplay::answers).toList()) {
      for (Refusal each : plan.refusals()) {
        String name = RefusalReplay.name(each, encoding);
        add(name, Source.of(each), () -> replay.replay(each, encoding));
      }
    }
  }

  private void matrix(MatrixRun matrix, Consumer<Row> rows) {
    for (Outcome outcome : plan.outcomes()) {
      add(
          Row.name(outcome.asked().sample().operation(), outcome.name()),
          Source.of(outcome.asked()),
          () -> {
            Row row = matrix.row(outcome);
            rows.accept(row);
            return row.verdict();
          });
    }
  }

  private void add(String name, Source source, Supplier<Verdict> replay) {
    units.add(new Unit(name, source, replay));
  }
}
