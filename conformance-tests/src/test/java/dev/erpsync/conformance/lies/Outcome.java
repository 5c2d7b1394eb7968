package dev.erpsync.conformance.lies;

import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What came of a lie.
 *
 * @param told whether something was not what it had been without it
 * @param honest what the kit says of the same exchanges without it
 * @param verdict what the kit says of the exchange in which it is told
 */
record Outcome(Lie lie, boolean told, Verdict honest, Verdict verdict) {
  /** Told, and seen in the right place, where nothing is seen otherwise. */
  boolean found() {
    return told && honest instanceof Verdict.Passed && seenAs().isPresent();
  }

  /** The first difference in the place where the lie must be seen, as the kit prints it. */
  Optional<String> seenAs() {
    List<Difference> differences =
        verdict instanceof Verdict.Failed failed ? failed.differences() : List.of();
    return differences.stream()
        .map(Difference::toString)
        .filter(line -> line.startsWith(lie.seen() + ":"))
        .findFirst();
  }
}
