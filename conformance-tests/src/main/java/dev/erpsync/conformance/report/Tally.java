package dev.erpsync.conformance.report;

import dev.erpsync.conformance.replay.Verdict;
import java.util.List;

/** How many exchanges passed, failed and were skipped. */
public record Tally(long passed, long failed, long skipped) {
  /** Counts verdicts. */
  public static Tally of(List<Verdict> verdicts) {
    return new Tally(
        count(verdicts, Verdict.Passed.class),
        count(verdicts, Verdict.Failed.class),
        count(verdicts, Verdict.Skipped.class));
  }

  private static long count(List<Verdict> verdicts, Class<? extends Verdict> kind) {
    return verdicts.stream().filter(kind::isInstance).count();
  }

  @Override
  public String toString() {
    return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
  }
}
