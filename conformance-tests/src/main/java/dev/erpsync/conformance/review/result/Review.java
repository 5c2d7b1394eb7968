package dev.erpsync.conformance.review.result;

import dev.erpsync.conformance.review.approval.Approval;
import dev.erpsync.conformance.review.rule.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a change of the contract means.
 *
 * @param base how the old contract was named
 * @param head how the new contract was named
 * @param baseVersion version of the old contract
 * @param headVersion version of the new contract
 * @param findings all changes, in the order of the contract
 * @param withoutSamples operations of the new contract that no sample shows
 * @param unused approvals that no change needed
 * @param java what became of the generated Java API; empty when it was not compared
 */
public record Review(
    String base,
    String head,
    String baseVersion,
    String headVersion,
    List<Finding> findings,
    List<String> withoutSamples,
    List<Approval> unused,
    Optional<List<JavaChange>> java) {
  private static final Set<String> ABOUT_VERSION =
      Set.of("version-step-too-small", "version-lowered");

  /** Findings of one effect, in the order of the contract. */
  public List<Finding> findings(Effect effect) {
    return findings.stream().filter(finding -> finding.effect() == effect).toList();
  }

  /** Breaks that nobody accepted. */
  public List<Finding> open() {
    return findings.stream().filter(Finding::isOpenBreak).toList();
  }

  /** Breaks that somebody accepted. */
  public List<Finding> approved() {
    return findings(Effect.BREAKING).stream().filter(f -> !f.isOpenBreak()).toList();
  }

  /** Findings about documented samples. */
  public List<Finding> samples() {
    return findings.stream().filter(f -> f.change().rule().id().startsWith("sample")).toList();
  }

  /** What is wrong with the version of the contract, if anything is. */
  public Optional<Finding> version() {
    return findings.stream()
        .filter(finding -> ABOUT_VERSION.contains(finding.change().rule().id()))
        .findFirst();
  }

  /** The outcome in one line. It counts facts, so a renamed property is one break. */
  public String verdict() {
    List<Fact> breaks = Fact.of(findings(Effect.BREAKING));
    String counts =
        "%d breaking (%d approved), %d risky, %d compatible"
            .formatted(
                breaks.size(),
                breaks.stream().filter(fact -> !fact.isOpenBreak()).count(),
                Fact.of(findings(Effect.RISKY)).size(),
                Fact.of(findings(Effect.COMPATIBLE)).size());
    if (findings.isEmpty()) {
      return "The contract is unchanged.";
    }
    if (open().isEmpty()) {
      return (approved().isEmpty() ? "Nothing breaks: " : "Every break is approved: ")
          + counts
          + ".";
    }
    return "Breaks that nobody approved: " + counts + ".";
  }
}
