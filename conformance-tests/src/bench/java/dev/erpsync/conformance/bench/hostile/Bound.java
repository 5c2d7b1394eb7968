package dev.erpsync.conformance.bench.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be measured at the most.
 *
 * @param bystanderMillis 99th percentile of the bystander's calls during the attack; 0 for no
 *     bound, and then its calls may fail
 * @param memoryMebibytes resident memory of the server after the attack; the heap is limited to 256
 * @param logKibibytes log of the server
 */
record Bound(long bystanderMillis, long memoryMebibytes, long logKibibytes) {
  /** The heap, and what a JVM needs beside it. */
  private static final long MEMORY = 512;

  private static final long LOG = 100;

  /** Of an attack that others must not feel. */
  static final Bound STANDARD = new Bound(1_000, MEMORY, LOG);

  /** Of a fault that stops everybody. */
  static final Bound OUTAGE = new Bound(0, MEMORY, LOG);

  String text() {
    return (bystanderMillis == 0 ? "" : "p99 ≤ %,d ms, no failed call, ".formatted(bystanderMillis))
        + "memory ≤ %,d MiB, log ≤ %,d KiB".formatted(memoryMebibytes, logKibibytes);
  }

  /** The bounds that were missed, in words. */
  List<String> missed(Measured measured) {
    List<String> missed = new ArrayList<>();
    if (bystanderMillis > 0 && measured.during().p99() > bystanderMillis) {
      missed.add("p99");
    }
    if (bystanderMillis > 0 && measured.during().failed() > 0) {
      missed.add("%,d failed calls".formatted(measured.during().failed()));
    }
    if (measured.memoryMebibytes() > memoryMebibytes) {
      missed.add("memory");
    }
    if (measured.logKibibytes() > logKibibytes) {
      missed.add("log");
    }
    if (!measured.responds()) {
      missed.add("does not respond afterwards");
    }
    return missed;
  }
}
