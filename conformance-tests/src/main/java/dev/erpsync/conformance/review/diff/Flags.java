package dev.erpsync.conformance.review.diff;

/** Keywords that are yes or no, and the default. */
final class Flags {
  private Flags() {}

  static void compare(Pair pair, Changes changes) {
    flag(pair, "nullable", "became-nullable", "became-not-nullable", changes);
    flag(pair, "x-multi-language", "multi-language-added", "multi-language-removed", changes);
    Pair value = pair.keyword("default");
    if (!value.isSame()) {
      changes.keyword(pair.rule("default-changed"), value.base(), value.head(), pair.use());
    }
    Pair discriminator = pair.keyword("discriminator");
    if (!discriminator.isSame()) {
      changes.keyword(
          pair.rule("discriminator-changed"),
          discriminator.base(),
          discriminator.head(),
          pair.use());
    }
  }

  private static void flag(Pair pair, String keyword, String on, String off, Changes changes) {
    boolean base = pair.base().isTrue(keyword);
    boolean head = pair.head().isTrue(keyword);
    if (base != head) {
      Pair flag = pair.keyword(keyword);
      changes.keyword(pair.rule(head ? on : off), flag.base(), flag.head(), pair.use());
    }
  }
}
