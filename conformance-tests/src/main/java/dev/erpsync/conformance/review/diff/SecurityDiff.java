package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares who may call an operation: the alternatives of {@code security}. */
final class SecurityDiff {
  private final Changes changes;

  SecurityDiff(Changes changes) {
    this.changes = changes;
  }

  void compare(Endpoint before, Endpoint after) {
    Use use = after.use();
    Spot baseList = list(before);
    Spot headList = list(after);
    List<Way> base = Way.all(baseList);
    List<Way> head = Way.all(headList);
    boolean wasOpen = base.isEmpty() || base.stream().anyMatch(way -> way.asks().isEmpty());
    boolean isOpen = head.isEmpty() || head.stream().anyMatch(way -> way.asks().isEmpty());
    if (wasOpen != isOpen) {
      changes.inHead(
          RuleTable.of(isOpen ? "security-dropped" : "security-demanded"),
          headList.exists() ? headList : after.spot(),
          use,
          Way.names(base),
          Way.names(head));
    } else if (!isOpen) {
      ways(base, head, use);
    }
  }

  private void ways(List<Way> base, List<Way> head, Use use) {
    Set<Set<String>> explained = new HashSet<>();
    base.forEach(way -> explained.add(way.asks()));
    for (Way way : base) {
      Optional<Way> same = find(head, other -> other.asks().equals(way.asks()));
      Optional<Way> less = find(head, other -> way.asks().containsAll(other.asks()));
      Optional<Way> more = find(head, other -> other.asks().containsAll(way.asks()));
      if (same.isPresent()) {
        continue;
      }
      if (less.isPresent()) {
        report("security-relaxed", way, less.get(), use);
      } else if (more.isPresent()) {
        report("security-tightened", way, more.get(), use);
      } else {
        changes.inBase(RuleTable.of("security-alternative-removed"), way.spot(), use, way.name());
      }
      less.or(() -> more).ifPresent(other -> explained.add(other.asks()));
    }
    head.stream()
        .filter(way -> !explained.contains(way.asks()))
        .forEach(
            way ->
                changes.inHead(
                    RuleTable.of("security-alternative-added"), way.spot(), use, "", way.name()));
  }

  private void report(String rule, Way before, Way after, Use use) {
    changes.inHead(RuleTable.of(rule), after.spot(), use, before.name(), after.name());
  }

  private static Optional<Way> find(List<Way> ways, Predicate<Way> test) {
    return ways.stream().filter(test).findFirst();
  }

  /** The operation's own, or that of the whole contract. */
  private static Spot list(Endpoint endpoint) {
    Spot own = endpoint.spot().child("security");
    return own.exists() ? own : Spot.root(endpoint.spot().contract()).child("security");
  }

  /**
   * One alternative.
   *
   * @param asks names of schemes, and of scopes after them
   */
  private record Way(Spot spot, Set<String> asks) {
    static List<Way> all(Spot list) {
      List<Way> ways = new ArrayList<>();
      for (int i = 0; i < list.node().size(); i++) {
        Set<String> asks = new TreeSet<>();
        for (var scheme : list.node().path(i).properties()) {
          asks.add(scheme.getKey());
          scheme.getValue().forEach(scope -> asks.add(scheme.getKey() + ":" + scope.asText()));
        }
        ways.add(new Way(list.element(i, name(asks)), asks));
      }
      return ways;
    }

    String name() {
      return name(asks);
    }

    static String names(List<Way> ways) {
      return ways.isEmpty() ? "none" : String.join(", ", ways.stream().map(Way::name).toList());
    }

    private static String name(Set<String> asks) {
      return asks.isEmpty() ? "none" : String.join(" with ", asks);
    }
  }
}
