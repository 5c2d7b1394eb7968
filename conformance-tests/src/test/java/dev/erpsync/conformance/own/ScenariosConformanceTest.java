package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.scenario.ScenarioReplay;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Scenario;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every scenario in every encoding, with a look at the state after each step. What needs other
 * callers or a strict server is shown by {@link GuardedConformanceTest}. Another server is checked
 * with {@code -Derpsync.baseUrl}; what it cannot show is skipped.
 */
@Tag("D30")
@Tag("D32")
@Tag("D33")
@Tag("D34")
@Tag("D35")
@Tag("D36")
@Tag("D38")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosConformanceTest {
  @RegisterExtension final TargetUnderTest target = new TargetUnderTest();

  @TestFactory
  Stream<DynamicTest> scenariosInEveryEncoding() throws IOException {
    var replay = replay(target.control(), Optional.empty());
    return Stream.of(Encoding.values())
        .flatMap(
            encoding ->
                ScenarioReplay.in(encoding, Split.plainScenarios()).stream()
                    .map(
                        each ->
                            dynamicTest(
                                ScenarioReplay.name(each, encoding),
                                () -> Split.assertShown(replay.replay(each, encoding)))));
  }

  /** What somebody's server shows that has no control, and one connector. */
  @TestFactory
  Stream<DynamicTest> scenariosThroughTheOperationsAlone() throws Exception {
    if (target.control().isEmpty()) {
      return Stream.of();
    }
    Scenario any =
        Scenario.all().stream().filter(Scenario::needsOneConnectorOnly).findFirst().orElseThrow();
    target.control().get().replace(any.given());
    var replay = replay(Optional.empty(), Optional.of(any.connector().asInt()));
    return Split.plainScenarios().stream()
        .filter(Scenario::needsOneConnectorOnly)
        .map(
            each ->
                dynamicTest(
                    each.name(),
                    () ->
                        assertThat(replay.replay(each, Encoding.JSON))
                            .isEqualTo(
                                new Verdict.Passed(
                                    ScenarioReplay.name(each, Encoding.JSON), Depth.STEPS))));
  }

  private ScenarioReplay replay(Optional<StateControl> seen, Optional<Integer> connector)
      throws IOException {
    return new ScenarioReplay(
        Contract.erpSync(),
        target.sender(),
        Access.to(target.sender(), seen, connector),
        Secrets.NONE,
        true,
        connector);
  }
}
