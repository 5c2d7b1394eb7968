package dev.erpsync.conformance.review;

import dev.erpsync.conformance.review.approval.Approval;
import dev.erpsync.conformance.review.approval.Approvals;
import dev.erpsync.conformance.review.approval.Fingerprint;
import dev.erpsync.conformance.review.approval.VersionCheck;
import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.diff.ContractDiff;
import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.JavaChange;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a review together. */
final class Reviewer {
  private Reviewer() {}

  /**
   * Reviews the step from one contract to another.
   *
   * @throws dev.erpsync.conformance.review.diff.UnusableContractException when a reference in one
   *     of them leads nowhere
   */
  static Review review(
      Source base, Source head, List<Approval> approvals, Optional<List<JavaChange>> java) {
    String from = base.contract().version();
    String to = head.contract().version();
    List<Change> changes = new ArrayList<>(ContractDiff.of(base.contract(), head.contract()));
    VersionCheck.of(from, to, changes).ifPresent(changes::add);
    var accepted = new Approvals(approvals, from, to);
    List<Finding> findings = new ArrayList<>();
    for (Change change : changes) {
      String fingerprint = Fingerprint.of(change);
      Source side = change.inHead() ? head : base;
      findings.add(
          new Finding(
              change, fingerprint, accepted.find(fingerprint), side.lines().of(change.pointer())));
    }
    return new Review(
        base.label(),
        head.label(),
        from,
        to,
        List.copyOf(findings),
        ContractDiff.withoutSamples(head.contract()),
        accepted.unused(),
        java);
  }
}
