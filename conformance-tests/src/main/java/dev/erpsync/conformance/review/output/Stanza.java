package dev.erpsync.conformance.review.output;

import dev.erpsync.conformance.review.result.Finding;
import dev.erpsync.conformance.review.result.Review;
import java.util.List;

/** What to write into the file of approvals to accept what is open. */
final class Stanza {
  private Stanza() {}

  static String of(Review review, List<Finding> findings) {
    var text = new StringBuilder();
    for (Finding finding : findings) {
      text.append("- fingerprint: ")
          .append(finding.fingerprint())
          .append("\n  change: ")
          .append(quoted(finding.change().rule().id() + " at " + finding.place()))
          .append("\n  reason: \"\"\n  approver: \"\"\n  version: ")
          .append(quoted(review.headVersion()))
          .append('\n');
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''").replaceAll("\\p{Cntrl}", " ") + "'";
  }
}
