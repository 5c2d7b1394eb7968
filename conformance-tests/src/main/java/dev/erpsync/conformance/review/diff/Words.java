package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The members of {@code enum}, and the numbers that stand for them. */
final class Words {
  static final String NUMBERS = "x-enum-values";

  private Words() {}

  static void compare(Pair pair, Changes changes) {
    numbers(pair, changes);
    Spot base = pair.base().child("enum");
    Spot head = pair.head().child("enum");
    if (!base.exists() && head.exists()) {
      changes.keyword(pair.rule("enum-closed"), base, head, pair.use());
    } else if (base.exists() && !head.exists()) {
      changes.keyword(pair.rule("enum-opened"), base, head, pair.use());
    } else {
      missing(base, head)
          .forEach(
              word -> changes.inBase(pair.rule("enum-value-removed"), word, pair.use(), of(word)));
      missing(head, base)
          .forEach(
              word ->
                  changes.inHead(pair.rule("enum-value-added"), word, pair.use(), "", of(word)));
    }
  }

  /** The numbers that stand for words, where numbers are taken too; in the order of the words. */
  private static void numbers(Pair pair, Changes changes) {
    Pair numbers = pair.keyword(NUMBERS);
    if (!numbers.isSame()
        && !known(pair.base(), pair.head()).equals(known(pair.head(), pair.base()))) {
      changes.keyword(pair.rule("enum-number-changed"), numbers.base(), numbers.head(), pair.use());
    }
  }

  /** Numbers by word, of the words that both have. */
  private static Map<String, String> known(Spot schema, Spot other) {
    JsonNode words = schema.node().path("enum");
    List<JsonNode> others = other.node().path("enum").valueStream().toList();
    Map<String, String> known = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      if (others.contains(words.path(i))) {
        known.put(words.path(i).asText(), Changes.text(schema.node().path(NUMBERS).path(i)));
      }
    }
    return known;
  }

  private static List<Spot> missing(Spot words, Spot among) {
    List<JsonNode> known = among.node().valueStream().toList();
    return IntStream.range(0, words.node().size())
        .mapToObj(i -> words.element(i, Changes.text(words.node().path(i))))
        .filter(word -> !known.contains(word.node()))
        .toList();
  }

  private static String of(Spot word) {
    return Changes.text(word.node());
  }
}
