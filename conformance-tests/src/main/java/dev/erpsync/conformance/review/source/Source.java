package dev.erpsync.conformance.review.source;

import dev.erpsync.conformance.review.diff.ReviewedContract;
import java.util.Optional;

/**
 * A contract as it was named on the command line.
 *
 * @param label how it was named
 * @param contract what it says
 * @param approvals the approvals that lie beside it; empty when there are none
 * @param lines where its parts stand
 */
public record Source(
    String label, ReviewedContract contract, Optional<TextFile> approvals, Lines lines) {
  /**
   * A file and its text.
   *
   * @param name for messages
   */
  public record TextFile(String name, String text) {}
}
