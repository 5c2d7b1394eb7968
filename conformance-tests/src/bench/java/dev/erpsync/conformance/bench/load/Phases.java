package dev.erpsync.conformance.bench.load;

import java.util.EnumMap;
import java.util.Map;

/** Answers before, during and after an outage. Thread-safe. */
public final class Phases {
  /** A call that overlaps the outage is one during it. */
  public enum Phase {
    BEFORE,
    DURING,
    AFTER
  }

  private final Map<Phase, Long> longestNanos = new EnumMap<>(Phase.class);
  private final Map<Phase, Long> outages = new EnumMap<>(Phase.class);
  private long acknowledged;
  private long unknown;
  private long others;
  private boolean down;
  private boolean up;
  private long upAt;
  private long recoveredAfter = -1;

  public synchronized void down() {
    down = true;
  }

  public synchronized void up() {
    up = true;
    upAt = System.nanoTime();
  }

  /** Counts an answer that has just come. */
  public synchronized void answered(long begun, Answer answer) {
    long now = System.nanoTime();
    Phase phase = !down ? Phase.BEFORE : !up || begun < upAt ? Phase.DURING : Phase.AFTER;
    longestNanos.merge(phase, now - begun, Math::max);
    if (answer.done()) {
      acknowledged++;
      if (up && recoveredAfter < 0) {
        recoveredAfter = now - upAt;
      }
    } else if (answer.outage() && answer.retryAfter()) {
      outages.merge(up ? Phase.AFTER : phase, 1L, Long::sum);
      unknown += answer.nothingDone() ? 0 : 1;
    } else {
      others++;
    }
  }

  public synchronized long acknowledged() {
    return acknowledged;
  }

  /** Answers of 503 with Retry-After; by when they came. */
  public synchronized long outages(Phase phase) {
    return outages.getOrDefault(phase, 0L);
  }

  /** Those of them that do not promise that nothing was done. */
  public synchronized long unknown() {
    return unknown;
  }

  public synchronized long others() {
    return others;
  }

  public synchronized double longestSeconds(Phase phase) {
    return longestNanos.getOrDefault(phase, 0L) / 1e9;
  }

  /** From when the database could be reached to the first success. */
  public synchronized double recoverySeconds() {
    return recoveredAfter / 1e9;
  }
}
