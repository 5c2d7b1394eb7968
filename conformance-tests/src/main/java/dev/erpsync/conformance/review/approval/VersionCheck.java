package dev.erpsync.conformance.review.approval;

import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.rule.Effect;
import dev.erpsync.conformance.review.rule.RuleTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the version of the contract says what kind of change it is, approved or not. */
public final class VersionCheck {
  private static final String PLACE = "/info/version";

  /** Changes of words, samples and the like, which nobody's program can see. */
  private static final Set<String> WORDS =
      Set.of(
          "text-changed",
          "version-changed",
          "tag-added",
          "tag-removed",
          "operation-tags-changed",
          "request-xml-prefix-changed",
          "response-xml-prefix-changed",
          "sample-added",
          "sample-removed",
          "sample-changed",
          "sample-mended",
          "sample-outdated",
          "sample-caught-up",
          "samples-gained",
          "samples-lost");

  private VersionCheck() {}

  /**
   * One finding when the step from the old version to the new one is too small or goes back.
   *
   * @param changes all others
   */
  public static Optional<Change> of(String base, String head, List<Change> changes) {
    Optional<SemanticVersion> from = SemanticVersion.of(base);
    Optional<SemanticVersion> to = SemanticVersion.of(head);
    if (from.isEmpty() || to.isEmpty()) {
      return needed(changes) == Effect.COMPATIBLE
          ? Optional.empty()
          : Optional.of(finding("version-step-too-small", base, head + " (not semantic)"));
    }
    if (to.get().compareTo(from.get()) < 0) {
      return Optional.of(finding("version-lowered", base, head));
    }
    SemanticVersion least =
        switch (needed(changes)) {
          case BREAKING -> from.get().nextBreaking();
          case RISKY -> from.get().nextAdding();
          case COMPATIBLE -> from.get();
        };
    return to.get().compareTo(least) < 0
        ? Optional.of(finding("version-step-too-small", base, "%s, not %s".formatted(head, least)))
        : Optional.empty();
  }

  /**
   * Whether an approval is for this review: its version is the new one, or one on the way to it. An
   * old approval does not let the same break pass again later.
   */
  static boolean applies(Approval approval, String base, String head) {
    Optional<SemanticVersion> from = SemanticVersion.of(base);
    Optional<SemanticVersion> to = SemanticVersion.of(head);
    Optional<SemanticVersion> at = SemanticVersion.of(approval.version());
    if (approval.version().equals(head) || from.isEmpty() || to.isEmpty() || at.isEmpty()) {
      return approval.version().equals(head);
    }
    return at.get().compareTo(from.get()) > 0 && at.get().compareTo(to.get()) <= 0;
  }

  /** Breaking for a major step, risky for a minor one, compatible for none. */
  private static Effect needed(List<Change> changes) {
    Effect needed = Effect.COMPATIBLE;
    for (Change change : changes) {
      if (change.rule().effect() == Effect.BREAKING) {
        return Effect.BREAKING;
      }
      if (!WORDS.contains(change.rule().id())) {
        needed = Effect.RISKY;
      }
    }
    return needed;
  }

  private static Change finding(String rule, String base, String head) {
    return new Change(RuleTable.of(rule), PLACE, PLACE, true, base, head, List.of());
  }
}
