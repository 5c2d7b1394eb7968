package dev.erpsync.conformance.review.result;

import dev.erpsync.conformance.review.approval.Approval;
import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.diff.Use;
import dev.erpsync.conformance.review.rule.Effect;
import dev.erpsync.conformance.review.source.FileLine;
import java.util.List;
import java.util.Optional;

/**
 * A change in a review.
 *
 * @param change what changed
 * @param fingerprint by which it can be approved
 * @param approval who accepted it, if somebody did
 * @param at where it stands in a file, if that is known
 */
public record Finding(
    Change change, String fingerprint, Optional<Approval> approval, Optional<FileLine> at) {

  public Effect effect() {
    return change.rule().effect();
  }

  /** Whether it breaks something and nobody accepted that. */
  public boolean isOpenBreak() {
    return effect() == Effect.BREAKING && approval.isEmpty();
  }

  /** The place in words: a pointer without what every pointer has. */
  public String place() {
    return Place.of(change.place());
  }

  /** Where it is used: operations with request or status, each once. */
  public List<String> uses() {
    return change.uses().stream().map(Use::summary).filter(s -> !s.isEmpty()).distinct().toList();
  }
}
