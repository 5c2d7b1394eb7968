package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.Rule;
import dev.erpsync.conformance.review.rule.RuleTable;
import dev.erpsync.conformance.review.rule.Side;

/**
 * The same place in both contracts.
 *
 * @param side which way what stands there travels
 * @param xml whether it is written in XML there
 * @param use where it matters
 */
record Pair(Side side, boolean xml, Use use, Spot base, Spot head) {
  Rule rule(String name) {
    return RuleTable.of(side, name);
  }

  /** The same keyword of both. */
  Pair keyword(String name) {
    return new Pair(side, xml, use, base.child(name), head.child(name));
  }

  Pair at(Use other) {
    return new Pair(side, xml, other, base, head);
  }

  Pair of(Spot otherBase, Spot otherHead) {
    return new Pair(side, xml, use, otherBase, otherHead);
  }

  /** Both with their references followed. */
  Pair resolved() {
    return of(base.resolved(), head.resolved());
  }

  boolean isSame() {
    return base.node().equals(head.node());
  }
}
