package dev.erpsync.conformance.review.output;

import dev.erpsync.conformance.review.approval.Approval;
import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.Review;
import dev.erpsync.conformance.review.rule.Effect;

/**
 * A review as commands of a GitHub workflow, which marks the lines: an error for an unapproved
 * break, a warning for what is risky and for approvals that nothing needs. Compatible changes are
 * not marked.
 */
final class GithubReview {
  private GithubReview() {}

  static String text(Review review) {
    var out = new StringBuilder();
    for (Finding finding : review.findings()) {
      if (finding.effect() != Effect.COMPATIBLE) {
        out.append(command(finding)).append('\n');
      }
    }
    for (Approval approval : review.unused()) {
      out.append("::warning::")
          .append(data("nothing needs the approval " + approval.fingerprint()))
          .append('\n');
    }
    return out.append("::notice::").append(data(review.verdict())).append('\n').toString();
  }

  private static String command(Finding finding) {
    String level = finding.isOpenBreak() ? "error" : "warning";
    if (finding.effect() == Effect.BREAKING && !finding.isOpenBreak()) {
      level = "notice";
    }
    String at =
        finding
            .at()
            .map(line -> "file=%s,line=%d,".formatted(property(line.file()), line.line()))
            .orElse("");
    return "::%s %stitle=%s::%s"
        .formatted(
            level, at, property(finding.change().rule().id()), data(Brief.sentence(finding)));
  }

  /** As GitHub's own toolkit escapes the message of a command. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** As GitHub's own toolkit escapes the properties of a command. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
