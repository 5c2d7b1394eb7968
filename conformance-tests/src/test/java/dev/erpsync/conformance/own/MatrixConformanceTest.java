package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.MatrixRun;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every outcome in every pair of media types. Another server is checked with {@code
 * -Derpsync.baseUrl}; what it cannot show is skipped.
 */
@Tag("D12")
@Tag("D13")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixConformanceTest {
  @RegisterExtension final TargetUnderTest target = new TargetUnderTest();

  private final Contract contract = Contract.erpSync();

  @TestFactory
  Stream<DynamicTest> everyOutcomeInEveryPairOfMediaTypes() {
    var replay = new CaseReplay(contract, target.sender(), target.control(), Secrets.NONE, true);
    return Outcome.all(contract, Sample.all(), Split.plain(Case.all())).stream()
        .map(
            outcome ->
                dynamicTest(
                    outcome.asked().sample().operation() + " / " + outcome.name(),
                    () -> assertGreen(new MatrixRun(contract, replay).row(outcome))));
  }

  private static void assertGreen(Row row) {
    Split.assertShown(row.verdict());
    assertThat(row.cells()).filteredOn(Cell::tried).allMatch(Cell::green);
  }
}
