package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.Side;
import java.util.Set;

/** Compares request bodies. */
final class BodyDiff {
  private static final Set<String> KNOWN = Set.of("required", "content");

  private final ContentDiff content;
  private final Changes changes;

  BodyDiff(ContentDiff content, Changes changes) {
    this.content = content;
    this.changes = changes;
  }

  void compare(Endpoint before, Endpoint after) {
    Use use = after.use().part("request");
    Pair pair =
        new Pair(
                Side.REQUEST,
                false,
                use,
                before.spot().child("requestBody"),
                after.spot().child("requestBody"))
            .resolved();
    Spot base = pair.base();
    Spot head = pair.head();
    if (base.exists() && head.exists()) {
      both(pair);
    } else if (head.exists()) {
      String rule = required(head) + "-body-added";
      changes.inHead(pair.rule(rule), head, use, "", types(head));
    } else if (base.exists()) {
      changes.inBase(pair.rule(required(base) + "-body-removed"), base, use, types(base));
    }
  }

  private void both(Pair pair) {
    Rest.compare(pair.base(), pair.head(), pair.use(), KNOWN, changes);
    String base = required(pair.base());
    String head = required(pair.head());
    if (!base.equals(head)) {
      changes.inHead(pair.rule("body-became-" + head), pair.head(), pair.use(), base, head);
    }
    content.compare(pair.keyword("content"));
  }

  private static String required(Spot body) {
    return body.isTrue("required") ? "required" : "optional";
  }

  private static String types(Spot body) {
    return String.join(", ", body.child("content").names());
  }
}
