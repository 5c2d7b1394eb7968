package dev.erpsync.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final StringWriter err = new StringWriter();

  @Test
  void aLineEveryTenSecondsSaysHowFarTheRunIs() {
    var progress = new Progress(new PrintWriter(err), 100, now::get);
    progress.done(true);
    after(9, progress, true);
    assertThat(err.toString()).isEmpty();
    after(1, progress, false);
    after(9, progress, true);
    after(1, progress, true);
    assertThat(err.toString().lines())
        .containsExactly(
            "3 of 100 done, 1 failed, about 323 s left",
            "5 of 100 done, 1 failed, about 380 s left");
  }

  @Test
  void theEndIsNoProgress() {
    var progress = new Progress(new PrintWriter(err), 1, now::get);
    after(60, progress, true);
    assertThat(err.toString()).isEmpty();
  }

  private void after(int seconds, Progress progress, boolean asExpected) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    progress.done(asExpected);
  }
}
