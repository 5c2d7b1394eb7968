package dev.erpsync.conformance.review.diff;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;

/** The members of {@code enum}. */
final class Words {
  private Words() {}

  static void compare(Pair pair, Changes changes) {
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
