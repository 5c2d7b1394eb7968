package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class SparseLogTest {
  @Test
  void theFirstWarningIsWrittenAndThenOneInTenSeconds() {
    var now = new AtomicLong(Long.MAX_VALUE - 5);
    List<String> written = new ArrayList<>();
    var log = new SparseLog(logger(written), now::get);
    log.warn("away");
    log.warn("away");
    now.addAndGet(Duration.ofSeconds(10).toNanos() - 1);
    log.warn("away");
    assertThat(written).containsExactly("away");
    now.incrementAndGet();
    log.warn("still away");
    now.addAndGet(Duration.ofHours(1).toNanos());
    log.warn("away again");
    assertThat(written).containsExactly("away", "still away (and 2 more since)", "away again");
  }

  private static Logger logger(List<String> written) {
    Logger logger = Logger.getAnonymousLogger();
    logger.setUseParentHandlers(false);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            written.add(line.getMessage());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
    return logger;
  }
}
