package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.erpsync.conformance.cases.CaseList;
import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.RefusalReplay;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.MatrixRun;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.server.TargetServerProvider;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Refusal;
import dev.erpsync.spec.Sample;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.opentest4j.TestAbortedException;

/**
 * Every case beyond the documents, every outcome in every pair of media types, and all that HTTP
 * itself refuses. What our own server shows only when it knows users or is strict is shown by
 * {@link GuardedConformanceTest}. Another server is checked with {@code -Derpsync.baseUrl}; what it
 * cannot show is skipped.
 */
@Tag("D5")
@Tag("D6")
@Tag("D13")
@Tag("D14")
@Tag("D15")
@Tag("D19")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasesConformanceTest {
  private final Contract contract = Contract.erpSync();
  private final TargetServer server = TargetServerProvider.find();
  private @Nullable StateGuard guard;
  private @Nullable CaseReplay replay;

  @BeforeAll
  void findControl() throws Exception {
    var sender = new HttpSender(server.baseUrl());
    Optional<StateControl> control =
        StateControl.of(
            sender, Sample.all().get(0).request().headers().getOrDefault("Authorization", ""));
    guard = StateGuard.of(control);
    replay = new CaseReplay(contract, sender, control, Secrets.NONE, true);
  }

  @AfterAll
  void restoreAndStop() throws Exception {
    try (server) {
      if (guard != null) {
        guard.restore();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> casesInEveryEncoding() {
    return Stream.of(Encoding.values())
        .flatMap(
            encoding ->
                CaseList.in(encoding, Split.plain(Case.all())).stream()
                    .filter(each -> replay().obstacle(each, encoding.wire()).isEmpty())
                    .map(each -> test(each, encoding)));
  }

  @TestFactory
  Stream<DynamicTest> whatHttpItselfRefuses() {
    var refusals = new RefusalReplay(contract, new RawSender(server.baseUrl()), Secrets.NONE);
    return Stream.of(Encoding.values())
        .filter(RefusalReplay::answers)
        .flatMap(
            encoding ->
                Refusal.all().stream()
                    .map(
                        each ->
                            dynamicTest(
                                RefusalReplay.name(each, encoding),
                                () -> assertShown(refusals.replay(each, encoding)))));
  }

  @TestFactory
  @Tag("D12")
  Stream<DynamicTest> everyOutcomeInEveryPairOfMediaTypes() {
    return Outcome.all(contract, Sample.all(), Split.plain(Case.all())).stream()
        .map(
            outcome ->
                dynamicTest(
                    outcome.asked().sample().operation() + " / " + outcome.name(),
                    () -> assertGreen(new MatrixRun(contract, replay()).row(outcome))));
  }

  private DynamicTest test(Case each, Encoding encoding) {
    String name = CaseList.name(each, encoding);
    return dynamicTest(name, () -> assertShown(replay().replay(each, encoding.wire(), name)));
  }

  private static void assertGreen(Row row) {
    assertShown(row.verdict());
    assertThat(row.cells()).filteredOn(Cell::tried).allMatch(Cell::green);
  }

  private static void assertShown(Verdict verdict) {
    if (verdict instanceof Verdict.Skipped skipped && !Split.OURS) {
      throw new TestAbortedException(skipped.reason());
    }
    assertThat(verdict).isInstanceOf(Verdict.Passed.class);
  }

  private CaseReplay replay() {
    if (replay == null) {
      throw new IllegalStateException("no server was found");
    }
    return replay;
  }
}
