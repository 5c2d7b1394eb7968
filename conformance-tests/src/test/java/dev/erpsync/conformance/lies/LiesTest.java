package dev.erpsync.conformance.lies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.own.ServerJar;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.server.TargetServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every lie of the table is found where it is told, and nothing where it is not. */
@Tag("D5")
@Tag("D6")
@Tag("D10")
@Tag("D14")
@Tag("D15")
@Tag("D18")
@Tag("D19")
@Tag("D22")
@Tag("D30")
@Tag("D34")
@Tag("D35")
class LiesTest {
  private static @Nullable TargetServer server;
  private static @Nullable Trial trial;

  @BeforeAll
  static void start(@TempDir Path data) throws IOException {
    server = ServerJar.start(data);
    trial = new Trial(server);
  }

  @AfterAll
  static void stop() throws IOException {
    trial().close();
    if (server != null) {
      server.close();
    }
  }

  static List<Lie> lies() {
    return Lies.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void isFound(Lie lie) throws IOException {
    Outcome outcome = trial().tell(lie);
    assertThat(outcome.honest()).as("without the lie").isInstanceOf(Verdict.Passed.class);
    assertThat(outcome.told()).as("something is not as it had been").isTrue();
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) outcome.verdict()).differences())
        .anySatisfy(difference -> assertThat(difference.toString()).startsWith(lie.seen() + ":"));
  }

  @Test
  void thereAreManyAndNoneTwice() {
    List<Lie> lies = Lies.all();
    assertThat(lies).hasSizeGreaterThanOrEqualTo(150);
    assertThat(lies).extracting(Lie::name).doesNotHaveDuplicates();
    assertThat(lies).extracting(lie -> lie.told() + " " + lie.change()).doesNotHaveDuplicates();
  }

  private static Trial trial() {
    if (trial == null) {
      throw new IllegalStateException("the server was not started");
    }
    return trial;
  }
}
