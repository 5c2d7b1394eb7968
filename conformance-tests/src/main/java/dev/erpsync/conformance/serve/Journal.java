package dev.erpsync.conformance.serve;

import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Source;
import dev.erpsync.conformance.report.Tally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What came of all exchanges, and of which: all are counted, and a bounded number is kept. Where
 * there are more, those go first that conformed, then those in the middle. Thread-safe.
 */
public final class Journal {
  private final int most;
  private final Predicate<Replayed> worth;
  private final List<Replayed> kept = new ArrayList<>();
  private Tally tally = new Tally(0, 0, 0);

  /**
   * An empty journal.
   *
   * @param most how many exchanges are kept
   * @param worth which are; all others are only counted
   */
  public Journal(int most, Predicate<Replayed> worth) {
    this.most = most;
    this.worth = worth;
  }

  /** Adds an exchange. */
  public synchronized void add(Replayed replayed) {
    Tally one = Tally.of(List.of(replayed.verdict()));
    tally =
        new Tally(
            tally.passed() + one.passed(),
            tally.failed() + one.failed(),
            tally.skipped() + one.skipped());
    if (worth.test(replayed) && (kept.size() < most || makeRoom(replayed))) {
      kept.add(replayed);
    }
  }

  /** How many there were. */
  public synchronized Tally tally() {
    return tally;
  }

  /** Those that are kept, in their order, with a note on the others. */
  public synchronized List<Replayed> kept() {
    List<Replayed> all = new ArrayList<>(kept);
    long others = tally.passed() + tally.failed() + tally.skipped() - kept.size();
    if (others > 0) {
      var note =
          new Verdict.Skipped(
              "HTTP / more / all", others + " more exchanges are counted, and not kept");
      all.add(new Replayed(note, new Source("HTTP", "", "", 0, "", ""), Duration.ZERO, List.of()));
    }
    return all;
  }

  private boolean makeRoom(Replayed replayed) {
    if (!(replayed.verdict() instanceof Verdict.Failed)) {
      return false;
    }
    for (int i = 0; i < kept.size(); i++) {
      if (!(kept.get(i).verdict() instanceof Verdict.Failed)) {
        kept.remove(i);
        return true;
      }
    }
    kept.remove(most / 2);
    return true;
  }
}
