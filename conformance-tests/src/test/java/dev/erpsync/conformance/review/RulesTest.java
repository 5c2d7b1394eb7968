package dev.erpsync.conformance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.diff.ContractDiff;
import dev.erpsync.conformance.review.diff.ReviewedContract;
import dev.erpsync.conformance.review.rule.Rule;
import dev.erpsync.conformance.review.rule.RuleTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule is found where it is broken, alone, and its mirror where that is undone. */
class RulesTest {
  private static final JsonNode BASE = Trees.resource("base.yaml");

  private record Case(String rule, List<String> also, List<String> back, JsonNode altered) {
    List<String> expected() {
      return with(rule, also);
    }

    List<String> undone() {
      String mirror = RuleTable.of(rule).mirror();
      return mirror.isEmpty() ? back : with(mirror, back);
    }

    private static List<String> with(String id, List<String> others) {
      List<String> all = new ArrayList<>(others);
      all.add(id);
      return all;
    }
  }

  @TestFactory
  Stream<DynamicTest> findsTheRuleAndNothingElse() {
    return cases().map(c -> dynamicTest(c.rule(), () -> finds(BASE, c.altered(), c.expected())));
  }

  @TestFactory
  Stream<DynamicTest> findsTheMirrorWhenTheChangeIsUndone() {
    return cases().map(c -> dynamicTest(c.rule(), () -> finds(c.altered(), BASE, c.undone())));
  }

  @TestFactory
  Stream<DynamicTest> findsNothingWhereNothingChanged() {
    return cases()
        .map(c -> dynamicTest(c.rule(), () -> finds(c.altered(), c.altered(), List.of())));
  }

  @Test
  void shownByTheCasesAreAllRulesButThoseOfTheVersion() {
    Set<String> shown = new TreeSet<>(Set.of("version-step-too-small", "version-lowered"));
    cases().forEach(c -> shown.addAll(c.expected()));
    cases().forEach(c -> shown.addAll(c.undone()));
    assertThat(shown).containsExactlyInAnyOrderElementsOf(ids(RuleTable.all()));
  }

  @Test
  void everyRuleHasAMirrorOrAReasonWhyNot() {
    assertThat(RuleTable.all())
        .allSatisfy(
            rule -> {
              assertThat(rule.mirror().isEmpty()).isNotEqualTo(rule.whyNoMirror().isEmpty());
              if (!rule.mirror().isEmpty()) {
                assertThat(RuleTable.of(rule.mirror()).mirror()).isEqualTo(rule.id());
              }
              assertThat(rule.why()).endsWith(".");
            });
  }

  private static void finds(JsonNode base, JsonNode head, Collection<String> rules) {
    List<Change> changes = ContractDiff.of(new ReviewedContract(base), new ReviewedContract(head));
    assertThat(changes)
        .as("%s", changes)
        .extracting(change -> change.rule().id())
        .containsExactlyInAnyOrderElementsOf(rules);
  }

  private static List<String> ids(List<Rule> rules) {
    return rules.stream().map(Rule::id).toList();
  }

  private static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (JsonNode row : Trees.resource("rule-cases.yaml")) {
      if (row.toString().contains("{S}")) {
        cases.add(of(row, "In", "request-"));
        cases.add(of(row, "Out", "response-"));
      } else {
        cases.add(of(row, "", ""));
      }
    }
    return cases.stream();
  }

  private static Case of(JsonNode row, String schema, String prefix) {
    return new Case(
        prefix + row.path("rule").asText(),
        texts(row.path("also")),
        texts(row.path("back")),
        Trees.patched(BASE, in(row.path("patch"), schema)));
  }

  private static JsonNode in(JsonNode patch, String schema) {
    try {
      return new ObjectMapper().readTree(patch.toString().replace("{S}", schema));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }
}
