package dev.erpsync.conformance.bench.load;

import java.util.Arrays;

/** How long calls took, in nanoseconds. Not thread-safe. */
public final class Times {
  private long[] nanos = new long[1024];
  private int count;

  public void add(long taken) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = taken;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /** The time in milliseconds that a share of the calls took at most. */
  public double millis(double share) {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, (long) (share * count))] / 1e6;
  }
}
