package dev.erpsync.conformance.lies;

import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.server.TargetServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells every lie, asks an honest server again and again, and says what came of it. */
public final class LiesReport {
  private final List<Outcome> outcomes = new ArrayList<>();
  private final List<Verdict> alarms = new ArrayList<>();
  private final int runs;
  private final long seed;
  private int exchanges;
  private long liesSeconds;
  private long honestSeconds;

  private LiesReport(int runs, long seed) {
    this.runs = runs;
    this.seed = seed;
  }

  /**
   * Takes about a minute for the lies, and half a minute for each honest run.
   *
   * @param server an honest one whose state can be set; left running
   * @param runs how often the honest server is asked everything
   * @param seed of the orders in which it is asked
   */
  public static LiesReport of(TargetServer server, int runs, long seed) throws IOException {
    var report = new LiesReport(runs, seed);
    try (Trial trial = new Trial(server)) {
      long begun = System.nanoTime();
      for (Lie lie : Lies.all()) {
        report.outcomes.add(trial.tell(lie));
      }
      report.liesSeconds = since(begun);
      begun = System.nanoTime();
      var honesty = new Honesty(server.baseUrl());
      report.exchanges = honesty.exchanges();
      for (int run = 0; run < runs; run++) {
        report.alarms.addAll(honesty.run(seed + run));
      }
      report.honestSeconds = since(begun);
    }
    return report;
  }

  /** Whether every lie was found, and nothing else. */
  public boolean isRight() {
    return outcomes.stream().allMatch(Outcome::found) && alarms.isEmpty();
  }

  /** One line. */
  public String summary() {
    long found = outcomes.stream().filter(Outcome::found).count();
    return String.format(
        Locale.ROOT,
        "%d lies, %d found, %d missed, in %d s. %d false alarms in %d honest runs of %d exchanges each, in"
            + " orders by the seed %d, in %d s.",
        outcomes.size(),
        found,
        outcomes.size() - found,
        liesSeconds,
        alarms.size(),
        runs,
        exchanges,
        seed,
        honestSeconds);
  }

  /**
   * Writes the page.
   *
   * @param circumstances when and on what it was measured
   */
  public void write(Path page, String circumstances) throws IOException {
    Files.writeString(page, LiesPage.of(outcomes, summary(), circumstances));
  }

  private static long since(long begun) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
  }
}
