package dev.erpsync.conformance.review.output;

import dev.erpsync.conformance.review.approval.Approval;
import dev.erpsync.conformance.review.result.Fact;
import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.JavaChange;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.rule.Effect;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A review as the comment of a pull request: verdict and breaks first, the rest folded. */
final class MarkdownReview {
  private static final int MOST_ROWS = 50;

  private final Review review;
  private final Links links;
  private final BoundedText out = new BoundedText();

  private MarkdownReview(Review review, Links links) {
    this.review = review;
    this.links = links;
  }

  static String text(Review review, Links links) {
    return new MarkdownReview(review, links).text();
  }

  private String text() {
    out.line("## Review of the contract");
    out.line("");
    out.line("**" + review.verdict() + "**");
    out.line("");
    out.line(
        "%s (%s) → %s (%s)"
            .formatted(
                brief(review.base()),
                Md.text(Brief.value(review.baseVersion())),
                brief(review.head()),
                Md.text(Brief.value(review.headVersion()))));
    review.version().ifPresent(f -> out.line("\n> The version: " + Md.text(Brief.sentence(f))));
    if (!review.open().isEmpty()) {
      out.line("\n### Breaking");
      table(Fact.of(review.open()));
    }
    samples();
    java();
    folded("Approved breaks", review.approved(), true);
    folded("Risky", toldOnce(review.findings(Effect.RISKY)), false);
    folded("Compatible", toldOnce(review.findings(Effect.COMPATIBLE)), false);
    approvals();
    return out.toString();
  }

  /** Without what the sections above have told: samples, and the step of the version. */
  private List<Finding> toldOnce(List<Finding> findings) {
    List<Finding> samples = review.samples();
    return findings.stream()
        .filter(finding -> !samples.contains(finding))
        .filter(finding -> !review.version().filter(finding::equals).isPresent())
        .toList();
  }

  private void table(List<Fact> facts) {
    out.line("");
    out.line("| rule | where | before → after | used in | hurts | why |");
    out.line("|---|---|---|---|---|---|");
    more(out.items(facts, MOST_ROWS, this::row));
  }

  private String row(Fact fact) {
    Finding first = fact.first();
    return "| %s | %s | %s → %s | %s | %s | %s |"
        .formatted(
            each(fact, f -> "`" + f.change().rule().id() + "`"),
            Md.code(first.place()) + where(first),
            value(first.change().before()),
            value(first.change().after()),
            Md.text(Brief.uses(fact.uses())),
            each(fact, f -> f.change().rule().audience()),
            each(fact, f -> Md.text(f.change().rule().why())));
  }

  private static String each(Fact fact, Function<Finding, String> part) {
    return fact.findings().stream().map(part).distinct().collect(Collectors.joining("<br>"));
  }

  private String where(Finding finding) {
    return finding
        .at()
        .map(line -> Md.code(line.toString()))
        .map(line -> links.of(finding).map(to -> "[%s](%s)".formatted(line, to)).orElse(line))
        .map(line -> "<br>" + line)
        .orElse("");
  }

  private static String value(String text) {
    return text.isEmpty() ? "nothing" : brief(text);
  }

  private static String brief(String text) {
    return Md.code(Brief.value(text));
  }

  private void samples() {
    // Those that break something are among the breaks.
    List<Finding> samples =
        review.samples().stream().filter(f -> f.effect() != Effect.BREAKING).toList();
    if (samples.isEmpty() && review.withoutSamples().isEmpty()) {
      return;
    }
    out.line("\n### Samples");
    out.line("");
    more(
        out.items(
            samples,
            MOST_ROWS,
            sample ->
                "- `%s` %s: %s → %s%s"
                    .formatted(
                        sample.change().rule().id(),
                        Md.text(Brief.uses(sample.uses())),
                        value(sample.change().before()),
                        value(sample.change().after()),
                        where(sample))));
    more(
        out.items(
            review.withoutSamples(), MOST_ROWS, name -> "- Without a sample: " + Md.text(name)));
  }

  private void java() {
    if (review.java().isEmpty()) {
      return;
    }
    List<JavaChange> changes = review.java().get();
    long broken = changes.stream().filter(change -> !change.compiles()).count();
    out.line("\n### Generated Java");
    out.line("");
    if (changes.isEmpty()) {
      out.line("The generated API is the same.");
      return;
    }
    out.line("%d changes, %d of which stop code from compiling.".formatted(changes.size(), broken));
    open("All changes of the generated API");
    out.line("");
    more(
        out.items(
            changes,
            2 * MOST_ROWS,
            change ->
                "- %s `%s`%s%s"
                    .formatted(
                        change.status(),
                        change.type(),
                        change.member().isEmpty() ? "" : " " + Md.code(change.member()),
                        change.compiles() ? "" : " (**no longer compiles**)")));
    close();
  }

  private void folded(String title, List<Finding> findings, boolean approved) {
    if (findings.isEmpty()) {
      return;
    }
    List<Fact> facts = Fact.of(findings);
    open("%s: %d".formatted(title, facts.size()));
    table(facts);
    if (approved) {
      out.line("");
      List<Approval> approvals = findings.stream().flatMap(f -> f.approval().stream()).toList();
      more(
          out.items(
              approvals,
              MOST_ROWS,
              a ->
                  "- `%s` by %s for %s: %s"
                      .formatted(
                          a.fingerprint(),
                          Md.text(a.approver()),
                          Md.text(a.version()),
                          Md.text(a.reason()))));
    }
    close();
  }

  private void approvals() {
    if (!review.open().isEmpty()) {
      open("To accept the breaks, add to <code>approved-changes.yaml</code>");
      out.line("\n```yaml");
      int left =
          out.items(
              review.open(), MOST_ROWS, open -> Stanza.of(review, List.of(open)).stripTrailing());
      out.line("```");
      more(left);
      close();
    }
    if (!review.unused().isEmpty()) {
      out.line("\nApprovals that nothing needs:");
      out.line("");
      more(
          out.items(
              review.unused(),
              MOST_ROWS,
              approval ->
                  "- `%s` (line %d, for %s): %s"
                      .formatted(
                          approval.fingerprint(),
                          approval.line(),
                          Md.text(approval.version()),
                          Md.text(approval.reason()))));
    }
  }

  private void more(int left) {
    if (left > 0) {
      out.line("\n… and %d more, which the other formats have.".formatted(left));
    }
  }

  private void open(String title) {
    out.line("\n<details><summary>" + title + "</summary>");
  }

  private void close() {
    out.line("\n</details>");
  }
}
