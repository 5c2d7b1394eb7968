package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A list of objects that are known by one member, such as servers and tags. */
final class NamedList {
  private final String member;
  private final String subject;
  private final Changes changes;

  NamedList(String member, String subject, Changes changes) {
    this.member = member;
    this.subject = subject;
    this.changes = changes;
  }

  void compare(Spot base, Spot head) {
    Map<String, Spot> before = byName(base);
    Map<String, Spot> after = byName(head);
    before.forEach(
        (name, spot) -> {
          Spot other = after.get(name);
          if (other == null) {
            changes.inBase(RuleTable.of(subject + "-removed"), spot, Use.CONTRACT, name);
          } else {
            Rest.compare(spot, other, Use.CONTRACT, Set.of(member), changes);
          }
        });
    after.forEach(
        (name, spot) -> {
          if (!before.containsKey(name)) {
            changes.inHead(RuleTable.of(subject + "-added"), spot, Use.CONTRACT, "", name);
          }
        });
  }

  private Map<String, Spot> byName(Spot list) {
    Map<String, Spot> members = new LinkedHashMap<>();
    for (int i = 0; i < list.node().size(); i++) {
      String name = list.node().path(i).path(member).asText();
      members.put(name, list.element(i, name));
    }
    return members;
  }
}
