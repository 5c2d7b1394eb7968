package dev.erpsync.conformance.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Says how far a long run is: a line every ten seconds, for people. It is no part of the results,
 * and so goes where errors go. Not thread-safe.
 */
public final class Progress {
  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final PrintWriter err;
  private final int all;
  private final LongSupplier nanoTime;
  private final long begin;
  private long told;
  private int done;
  private int failed;

  /**
   * Progress from now on.
   *
   * @param all how much there is to do
   * @param nanoTime as {@link System#nanoTime()}
   */
  public Progress(PrintWriter err, int all, LongSupplier nanoTime) {
    this.err = err;
    this.all = all;
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
    this.told = begin;
  }

  /** One more is done. */
  public void done(boolean asExpected) {
    done++;
    failed += asExpected ? 0 : 1;
    long now = nanoTime.getAsLong();
    if (now - told >= PAUSE && done < all) {
      told = now;
      long left = Duration.ofNanos((now - begin) / done * (all - done)).toSeconds();
      err.printf("%d of %d done, %d failed, about %d s left%n", done, all, failed, left);
      err.flush();
    }
  }
}
