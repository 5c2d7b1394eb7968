package dev.erpsync.conformance.lies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.own.ServerJar;
import dev.erpsync.conformance.server.TargetServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is found where nothing is to be found, in whatever order it is asked. */
class HonestyTest {
  private static final int RUNS = 3;

  @Test
  void anHonestServerIsNeverTakenForALiar(@TempDir Path data) throws IOException {
    long seed = new Random().nextLong();
    System.out.println("orders of the exchanges by the seed " + seed);
    try (TargetServer server = ServerJar.start(data)) {
      var honesty = new Honesty(server.baseUrl());
      for (int run = 0; run < RUNS; run++) {
        assertThat(honesty.run(seed + run)).as("run %d by the seed %d", run, seed).isEmpty();
      }
    }
  }
}
