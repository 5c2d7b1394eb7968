package dev.erpsync.conformance.report;

import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.Verdict;

/**
 * What came of one exchange.
 *
 * @param because what asks for the answer, where no page does; otherwise empty
 * @param file the page file in which it stands; empty when it stands in none
 * @param line where it stands there, from 1; 0 when it stands in none
 */
public record Replayed(Verdict verdict, String because, String file, int line) {
  /** Of a documented exchange. */
  public static Replayed of(ReplayCase replayCase, Verdict verdict) {
    return new Replayed(verdict, "", replayCase.file(), replayCase.line());
  }

  /** Of an exchange beyond the documents. */
  public static Replayed of(String because, Verdict verdict) {
    return new Replayed(verdict, because, "", 0);
  }
}
