package dev.erpsync.conformance.review.output;

import dev.erpsync.conformance.review.approval.Approval;
import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.JavaChange;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.rule.Effect;
import java.util.List;

/**
 * A review as the comment of a pull request: verdict and breaks first, the rest folded. Bounded, as
 * comments are (65,536 characters).
 */
final class MarkdownReview {
  private static final int MOST_ROWS = 50;

  private final Review review;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReview(Review review) {
    this.review = review;
  }

  static String text(Review review) {
    return new MarkdownReview(review).text();
  }

  private String text() {
    line("## Review of the contract");
    line("");
    line("**" + review.verdict() + "**");
    line("");
    line(
        "`%s` (%s) → `%s` (%s)"
            .formatted(review.base(), review.baseVersion(), review.head(), review.headVersion()));
    review.version().ifPresent(f -> line("\n> The version: " + Md.text(Brief.sentence(f))));
    if (!review.open().isEmpty()) {
      line("\n### Breaking");
      table(review.open());
    }
    samples();
    java();
    folded("Approved breaks", review.approved(), true);
    folded("Risky", review.findings(Effect.RISKY), false);
    folded("Compatible", review.findings(Effect.COMPATIBLE), false);
    approvals();
    return out.toString();
  }

  private void table(List<Finding> findings) {
    line("");
    line("| rule | where | before → after | used in | hurts | why |");
    line("|---|---|---|---|---|---|");
    findings.stream().limit(MOST_ROWS).forEach(this::row);
    more(findings.size(), MOST_ROWS);
  }

  private void row(Finding f) {
    line(
        "| `%s` | %s | %s → %s | %s | %s | %s |"
            .formatted(
                f.change().rule().id(),
                Md.code(f.place()),
                value(f.change().before()),
                value(f.change().after()),
                Md.text(Brief.uses(f)),
                f.change().rule().audience(),
                Md.text(f.change().rule().why())));
  }

  private static String value(String text) {
    return text.isEmpty() ? "nothing" : Md.code(Brief.value(text));
  }

  private void samples() {
    List<Finding> samples = review.samples();
    if (samples.isEmpty() && review.withoutSamples().isEmpty()) {
      return;
    }
    line("\n### Samples");
    line("");
    for (Finding sample : samples.stream().limit(MOST_ROWS).toList()) {
      line(
          "- `%s` %s: %s → %s"
              .formatted(
                  sample.change().rule().id(),
                  Md.text(Brief.uses(sample)),
                  value(sample.change().before()),
                  value(sample.change().after())));
    }
    more(samples.size(), MOST_ROWS);
    if (!review.withoutSamples().isEmpty()) {
      line("- Without a sample: " + Md.text(String.join(", ", review.withoutSamples())));
    }
  }

  private void java() {
    if (review.java().isEmpty()) {
      return;
    }
    List<JavaChange> changes = review.java().get();
    long broken = changes.stream().filter(change -> !change.compiles()).count();
    line("\n### Generated Java");
    line("");
    if (changes.isEmpty()) {
      line("The generated API is the same.");
      return;
    }
    line("%d changes, %d of which stop code from compiling.".formatted(changes.size(), broken));
    open("All changes of the generated API");
    line("");
    for (JavaChange change : changes.stream().limit(2L * MOST_ROWS).toList()) {
      line(
          "- %s `%s`%s%s"
              .formatted(
                  change.status(),
                  change.type(),
                  change.member().isEmpty() ? "" : " " + Md.code(change.member()),
                  change.compiles() ? "" : " (**no longer compiles**)"));
    }
    more(changes.size(), 2 * MOST_ROWS);
    close();
  }

  private void folded(String title, List<Finding> findings, boolean approved) {
    if (findings.isEmpty()) {
      return;
    }
    open("%s: %d".formatted(title, findings.size()));
    table(findings);
    if (approved) {
      line("");
      for (Finding finding : findings) {
        finding
            .approval()
            .ifPresent(
                a ->
                    line(
                        "- `%s` by %s for %s: %s"
                            .formatted(
                                a.fingerprint(),
                                Md.text(a.approver()),
                                Md.text(a.version()),
                                Md.text(a.reason()))));
      }
    }
    close();
  }

  private void approvals() {
    if (!review.open().isEmpty()) {
      open("To accept the breaks, add to <code>approved-changes.yaml</code>");
      line("\n```yaml");
      out.append(Stanza.of(review, review.open().stream().limit(MOST_ROWS).toList()));
      line("```");
      close();
    }
    if (!review.unused().isEmpty()) {
      line("\nApprovals that nothing needs:");
      line("");
      for (Approval approval : review.unused()) {
        line(
            "- `%s` (line %d, for %s): %s"
                .formatted(
                    approval.fingerprint(),
                    approval.line(),
                    Md.text(approval.version()),
                    Md.text(approval.reason())));
      }
    }
  }

  private void more(int size, int most) {
    if (size > most) {
      line("\n… and %d more; other formats hold all.".formatted(size - most));
    }
  }

  private void open(String title) {
    line("\n<details><summary>" + title + "</summary>");
  }

  private void close() {
    line("\n</details>");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
