package dev.erpsync.conformance.matrix;

import dev.erpsync.conformance.replay.Verdict;

/**
 * One call.
 *
 * @param sent media type of the request; empty when it has no body
 * @param accepted media type that the answer is to have
 * @param verdict what came of it; skipped when the call cannot be made that way
 */
public record Cell(String sent, String accepted, Verdict verdict) {
  /** Whether the call was made, and the answer judged. */
  public boolean tried() {
    return !(verdict instanceof Verdict.Skipped);
  }

  /** Whether all was as it has to be. */
  public boolean green() {
    return verdict instanceof Verdict.Passed;
  }
}
