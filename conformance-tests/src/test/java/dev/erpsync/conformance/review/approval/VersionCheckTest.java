package dev.erpsync.conformance.review.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The version of the contract says what kind of change it is (Semantic Versioning 2.0.0). */
class VersionCheckTest {
  @ParameterizedTest
  @CsvSource({
    "1.2.3, 2.0.0, operation-removed, ",
    "1.2.3, 1.3.0, operation-removed, version-step-too-small",
    "1.2.3, 1.3.0, operation-added, ",
    "1.2.3, 1.2.4, operation-added, version-step-too-small",
    "1.2.3, 1.2.3, text-changed, ",
    "1.2.3, 1.2.4, text-changed, ",
    "1.2.3, 1.2.2, text-changed, version-lowered",
    "0.1.0, 0.2.0, operation-removed, ",
    "0.1.0, 0.1.1, operation-removed, version-step-too-small",
    "0.1.0, 0.1.1, operation-added, ",
    "0.1.0, 0.1.0, operation-added, version-step-too-small",
    "0.9.0, 1.0.0, operation-removed, ",
    "9.0.0, 10.0.0, operation-removed, ",
    "1.2.3, 2.0.0-rc.1, operation-removed, ",
    "first, second, operation-removed, version-step-too-small",
    "first, second, text-changed, ",
  })
  void asksForTheStepThatTheChangeNeeds(String base, String head, String rule, String expected) {
    assertThat(VersionCheck.of(base, head, List.of(change(rule))))
        .map(finding -> finding.rule().id())
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1.0, 0.2.0, 0.2.0, true",
    "0.1.0, 0.1.0, 0.1.0, true",
    "0.1.0, 0.3.0, 0.2.0, true",
    "0.2.0, 0.3.0, 0.2.0, false",
    "0.1.0, 0.2.0, 0.3.0, false",
    "first, second, second, true",
    "first, second, first, false",
  })
  void takesApprovalsOfTheVersionsThatAreOnTheWay(
      String base, String head, String version, boolean applies) {
    var approval = new Approval("0123456789abcdef", "a reason", "somebody", version, 1);
    assertThat(VersionCheck.applies(approval, base, head)).isEqualTo(applies);
  }

  private static Change change(String rule) {
    return new Change(RuleTable.of(rule), "/paths", "/paths", true, "", "", List.of());
  }
}
