package dev.erpsync.conformance.review.diff;

import dev.erpsync.conformance.review.diff.ContractDiff.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Finds out which operation of the new contract is which of the old one. */
final class Matching {
  private Matching() {}

  static List<Match> of(List<Endpoint> base, List<Endpoint> head) {
    List<Endpoint> added = new ArrayList<>(head);
    List<Match> matches = new ArrayList<>();
    List<Endpoint> left = new ArrayList<>();
    for (Endpoint old : base) {
      take(added, old, (a, b) -> a.key().equals(b.key()))
          .ifPresentOrElse(same -> matches.add(match(old, same)), () -> left.add(old));
    }
    for (Endpoint old : left) {
      Optional<Endpoint> moved = take(added, old, (a, b) -> a.hasId() && a.id().equals(b.id()));
      matches.add(new Match(Optional.of(old), moved));
    }
    added.forEach(fresh -> matches.add(new Match(Optional.empty(), Optional.of(fresh))));
    return matches;
  }

  private static Match match(Endpoint base, Endpoint head) {
    return new Match(Optional.of(base), Optional.of(head));
  }

  private static Optional<Endpoint> take(
      List<Endpoint> from, Endpoint old, BiPredicate<Endpoint, Endpoint> same) {
    Optional<Endpoint> found = from.stream().filter(each -> same.test(old, each)).findFirst();
    found.ifPresent(from::remove);
    return found;
  }
}
