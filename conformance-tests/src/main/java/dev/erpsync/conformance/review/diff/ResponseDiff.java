package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.Rule;
import dev.erpsync.conformance.review.rule.RuleTable;
import dev.erpsync.conformance.review.rule.Side;
import java.util.Set;

/** Compares what an operation answers. */
final class ResponseDiff {
  private static final Set<String> KNOWN = Set.of("headers", "content");

  private final HeaderDiff headers;
  private final ContentDiff content;
  private final Changes changes;

  ResponseDiff(SchemaDiff schemas, ContentDiff content, Changes changes) {
    this.headers = new HeaderDiff(schemas, changes);
    this.content = content;
    this.changes = changes;
  }

  void compare(Endpoint before, Endpoint after) {
    Spot base = before.spot().child("responses");
    Spot head = after.spot().child("responses");
    Use use = after.use();
    for (String status : base.names()) {
      if (head.child(status).exists()) {
        both(
            new Pair(Side.RESPONSE, false, use.part(status), base.child(status), head.child(status))
                .resolved());
      } else {
        Rule rule = rule(status, head, "removed");
        changes.inBase(rule, base.child(status), use.part(status), status);
      }
    }
    for (String status : head.names()) {
      if (!base.child(status).exists()) {
        Rule rule = rule(status, base, "added");
        changes.inHead(rule, head.child(status), use.part(status), "", status);
      }
    }
  }

  private void both(Pair pair) {
    Rest.compare(pair.base(), pair.head(), pair.use(), KNOWN, changes);
    headers.compare(pair.keyword("headers"));
    Pair bodies = pair.keyword("content");
    boolean base = !bodies.base().node().isEmpty();
    boolean head = !bodies.head().node().isEmpty();
    if (base && !head) {
      changes.inBase(pair.rule("body-removed"), bodies.base(), pair.use(), types(bodies.base()));
    } else if (head && !base) {
      changes.inHead(pair.rule("body-added"), bodies.head(), pair.use(), "", types(bodies.head()));
    } else {
      content.compare(bodies);
    }
  }

  private static Rule rule(String status, Spot others, String what) {
    boolean success = status.startsWith("2") || status.startsWith("3");
    boolean range = others.child(status.charAt(0) + "XX").exists();
    if (range || (!success && others.child("default").exists())) {
      return RuleTable.of(Side.RESPONSE, "covered-status-" + what);
    }
    return RuleTable.of(Side.RESPONSE, (success ? "success" : "error") + "-status-" + what);
  }

  private static String types(Spot content) {
    return String.join(", ", content.names());
  }
}
