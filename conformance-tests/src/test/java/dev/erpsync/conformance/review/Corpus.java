package dev.erpsync.conformance.review;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.diff.ContractDiff;
import dev.erpsync.conformance.review.diff.ReviewedContract;
import dev.erpsync.conformance.review.rule.Effect;
import dev.erpsync.conformance.review.rule.Rule;
import dev.erpsync.spec.Contract;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Single changes of our own contract, and what a person says of each. */
final class Corpus {
  static final JsonNode CONTRACT = Contract.erpSync().document();

  private Corpus() {}

  /**
   * One change.
   *
   * @param name what changes
   * @param users what a person says it means for users
   * @param clients what a person says it means for clients
   * @param altered the contract with it
   */
  record Entry(String name, Effect users, Effect clients, JsonNode altered) {
    List<Change> changes() {
      return ContractDiff.of(new ReviewedContract(CONTRACT), new ReviewedContract(altered));
    }

    Effect worst(List<Change> changes, Function<Rule, Effect> audience) {
      return changes.stream()
          .map(change -> audience.apply(change.rule()))
          .max(Comparator.naturalOrder())
          .orElse(Effect.COMPATIBLE);
    }
  }

  static List<Entry> all() {
    List<Entry> all = new ArrayList<>();
    for (String part : List.of("operations", "requests", "answers")) {
      for (JsonNode row : Trees.resource("corpus/" + part + ".yaml")) {
        all.add(
            new Entry(
                row.path("change").asText(),
                effect(row.path("users")),
                effect(row.path("clients")),
                Trees.patched(CONTRACT, row.path("patch"))));
      }
    }
    return all;
  }

  private static Effect effect(JsonNode word) {
    return Effect.valueOf(word.asText().toUpperCase(Locale.ROOT));
  }
}
