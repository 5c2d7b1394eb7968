package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system calls of a process that writes, as strace sees them. Without strace: skipped. */
@Tag("D38")
class FlushTest {
  private static final int WRITES = 200;

  @TempDir Path folder;

  @BeforeAll
  static void strace() throws Exception {
    assumeTrue(canTrace(), "strace is not there, or may not trace");
  }

  @Test
  void everyWriteIsFlushedBeforeItIsAcknowledged() throws Exception {
    int flushes = 0;
    int acknowledged = 0;
    for (String call : traced(1, WRITES)) {
      if (call.contains("acknowledged")) {
        acknowledged++;
        assertThat(flushes).as("flushes before acknowledgement " + acknowledged).isPositive();
        flushes = 0;
      } else if (call.matches(".*\\bf(data)?sync\\b.*= 0.*")) {
        flushes++;
      }
    }
    assertThat(acknowledged).isEqualTo(WRITES);
  }

  @Test
  void writesOfManyCallersShareFlushes() throws Exception {
    List<String> calls = traced(32, WRITES / 4);
    long acknowledged = calls.stream().filter(call -> call.contains("acknowledged")).count();
    long flushes =
        calls.stream().filter(call -> call.matches(".*\\bf(data)?sync\\b.*= 0.*")).count();
    assertThat(acknowledged).isEqualTo(32L * WRITES / 4);
    assertThat(flushes).isPositive().isLessThan(acknowledged / 2);
  }

  private List<String> traced(int threads, int writes) throws Exception {
    Path trace = folder.resolve("trace");
    List<String> command =
        new ArrayList<>(
            List.of(
                "strace", "-f", "-e", "trace=fsync,fdatasync,write", "-s", "20", "-o", "" + trace));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of(
            FlushedWrites.class.getName(),
            folder.resolve("data").toString(),
            "" + threads,
            "" + writes));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(folder.resolve("out"))).isZero();
    return Files.readAllLines(trace, java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  private static boolean canTrace() throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("strace", "-o", "/dev/null", "true").redirectErrorStream(true).start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
