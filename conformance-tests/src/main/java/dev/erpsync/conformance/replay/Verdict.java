package dev.erpsync.conformance.replay;

import java.util.List;

/** What came of one exchange. */
public sealed interface Verdict {
  /**
   * Operation, variant, side and encoding, such as {@code CreateActorLink / 000 / server / json}.
   */
  String name();

  /** All that was checked is as documented. */
  record Passed(String name, Depth depth) implements Verdict {}

  /** Something is not as documented; there is at least one difference. */
  record Failed(String name, Depth depth, List<Difference> differences) implements Verdict {}

  /** Not replayed. */
  record Skipped(String name, String reason) implements Verdict {}

  /** The verdict that these differences make. */
  static Verdict of(String name, Depth depth, List<Difference> differences) {
    return differences.isEmpty()
        ? new Passed(name, depth)
        : new Failed(name, depth, List.copyOf(differences));
  }
}
