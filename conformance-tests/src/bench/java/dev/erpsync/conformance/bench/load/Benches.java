package dev.erpsync.conformance.bench.load;

import java.util.List;

/** The commands of this package. */
public final class Benches {
  private Benches() {}

  public static List<Object> all() {
    return List.of(
        new KillBench(),
        new RaceBench(),
        new OutageBench(),
        new ScaleBench(),
        new ThroughputBench(),
        new LiesBench(),
        new LiesPeersBench());
  }
}
