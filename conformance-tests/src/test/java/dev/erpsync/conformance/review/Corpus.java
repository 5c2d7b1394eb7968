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

/** Single changes of our own contract, and what was judged of each by hand. */
final class Corpus {
  static final JsonNode CONTRACT = Contract.erpSync().document();

  private static final List<Entry> ALL = read();

  private Corpus() {}

  /**
   * One change.
   *
   * @param name what changes
   * @param users what it means for users, judged by hand
   * @param clients what it means for clients, judged by hand
   * @param altered the contract with it
   * @param changes what the review finds
   */
  record Entry(String name, Effect users, Effect clients, JsonNode altered, List<Change> changes) {
    /** The worst that the review says of it. */
    Effect found(Function<Rule, Effect> audience) {
      return changes.stream()
          .map(change -> audience.apply(change.rule()))
          .max(Comparator.naturalOrder())
          .orElse(Effect.COMPATIBLE);
    }
  }

  static List<Entry> all() {
    return ALL;
  }

  private static List<Entry> read() {
    List<Entry> all = new ArrayList<>();
    for (String part : List.of("operations", "requests", "answers")) {
      for (JsonNode row : Trees.resource("corpus/" + part + ".yaml")) {
        JsonNode altered = Trees.patched(CONTRACT, row.path("patch"));
        all.add(
            new Entry(
                row.path("change").asText(),
                effect(row.path("users")),
                effect(row.path("clients")),
                altered,
                ContractDiff.of(new ReviewedContract(CONTRACT), new ReviewedContract(altered))));
      }
    }
    return List.copyOf(all);
  }

  private static Effect effect(JsonNode word) {
    return Effect.valueOf(word.asText().toUpperCase(Locale.ROOT));
  }
}
