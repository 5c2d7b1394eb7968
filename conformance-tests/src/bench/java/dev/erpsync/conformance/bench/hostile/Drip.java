package dev.erpsync.conformance.bench.hostile;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Connections that send something from time to time, and are opened anew when they end. */
final class Drip {
  private static final Duration CONNECT = Duration.ofMillis(200);
  private static final String FROM = "127.0.0.2";

  /**
   * What such a connection sends.
   *
   * @param opening at once
   * @param drop again and again
   */
  record Text(String opening, String drop) {}

  /**
   * What came of it.
   *
   * @param open connections that the server has not ended
   * @param ended connections that it has ended
   * @param longestSeconds for which a connection was open
   */
  record Outcome(int open, int ended, double longestSeconds) {
    String text() {
      return String.format(
          Locale.ROOT,
          "%d ended by the server, the longest after %.0f s; %d still open",
          ended,
          longestSeconds,
          open);
    }
  }

  private record Open(Wire wire, Text text, long begun) {}

  private final Target target;
  private final List<Text> texts;
  private final Duration period;
  private final boolean reopen;

  /**
   * @param texts one a connection
   * @param period between two drops
   * @param reopen whether an ended connection is replaced
   */
  Drip(Target target, List<Text> texts, Duration period, boolean reopen) {
    this.target = target;
    this.texts = texts;
    this.period = period;
    this.reopen = reopen;
  }

  /** Drips for a time, or until no connection is left. */
  Outcome run(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    List<Open> open = new ArrayList<>();
    texts.forEach(text -> open(text, open));
    int ended = 0;
    long longest = 0;
    while (System.nanoTime() < end && !open.isEmpty()) {
      Thread.sleep(period.toMillis());
      List<Open> next = new ArrayList<>();
      for (Open one : open) {
        if (drop(one)) {
          next.add(one);
        } else {
          ended++;
          longest = Math.max(longest, System.nanoTime() - one.begun);
          close(one);
          if (reopen) {
            open(one.text, next);
          }
        }
      }
      open.clear();
      open.addAll(next);
    }
    for (Open one : open) {
      longest = Math.max(longest, System.nanoTime() - one.begun);
      close(one);
    }
    return new Outcome(open.size(), ended, longest / 1e9);
  }

  private void open(Text text, List<Open> open) {
    try {
      var wire = new Wire(target.uri(), FROM, CONNECT);
      wire.send(text.opening);
      open.add(new Open(wire, text, System.nanoTime()));
    } catch (IOException e) {
      // No place for it now.
    }
  }

  private static boolean drop(Open one) {
    try {
      if (one.wire.hasEnded()) {
        return false;
      }
      one.wire.send(one.text.drop);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static void close(Open one) {
    try {
      one.wire.close();
    } catch (IOException e) {
      // It is given up.
    }
  }
}
