package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.jetty.io.EofException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How much clients can have written to the log. */
class LogLimitTest {
  private static final int CONNECTIONS = 40;

  private final SettableClock clock = new SettableClock();
  private final AtomicInteger ended = new AtomicInteger();
  private final LogLimit limit = new LogLimit(clock, ended::incrementAndGet);

  @Test
  void tenRecordsOfAKindAreWrittenEachMinuteAndTheRestIsCounted() {
    for (int i = 0; i < 10; i++) {
      assertThat(limit.isLoggable(logged("request 1" + i + " failed"))).isTrue();
    }
    assertThat(limit.isLoggable(logged("request 20 failed"))).isFalse();
    assertThat(limit.isLoggable(logged("request 21 failed"))).isFalse();
    clock.pass(Duration.ofMinutes(1));
    LogRecord next = logged("request 22 failed");
    assertThat(limit.isLoggable(next)).isTrue();
    assertThat(next.getMessage()).isEqualTo("request 22 failed (2 more like it were not logged)");
  }

  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource({
    "request 3f2a1b4c-0000-4000-8000-000000000000 failed, request 7d2a1b4c-0000-4000-8000-0000000000ff failed, true",
    "waited 17 ms, waited 4 ms, true",
    "the disk is full, the disk is read-only, false"
  })
  void recordsThatDifferInFiguresOnlyAreOfOneKind(String one, String other, boolean same) {
    for (int i = 0; i < 10; i++) {
      limit.isLoggable(logged(one));
    }
    assertThat(limit.isLoggable(logged(other))).isEqualTo(!same);
  }

  @Test
  void aBrokenConnectionIsOneLineWithoutAStackTrace() {
    LogRecord record = logged("Error while closing the output stream");
    record.setThrown(new IllegalStateException(new EofException("reset")));
    assertThat(limit.isLoggable(record)).isTrue();
    assertThat(record.getThrown()).isNull();
    assertThat(record.getMessage())
        .isEqualTo("a client closed its connection before the response was written");
  }

  @Test
  void outOfMemoryEndsTheProcess() {
    LogRecord record = logged("request 1 failed");
    record.setThrown(new IllegalStateException(new OutOfMemoryError("Java heap space")));
    limit.isLoggable(record);
    assertThat(ended).hasValue(1);
  }

  @Test
  void pipelinedRequestsWhoseClientsResetDoNotFloodTheLog(@TempDir Path data) throws Exception {
    List<LogRecord> written = new CopyOnWriteArrayList<>();
    Handler handler = new Written(written);
    handler.setFilter(limit);
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try (var server = ErpSyncServer.start(RunningServer.options(data))) {
      for (int i = 0; i < CONNECTIONS; i++) {
        pipelineAndReset(new RawClient(server.uri()));
      }
    } finally {
      root.removeHandler(handler);
    }
    assertThat(written).allMatch(record -> record.getThrown() == null);
    assertThat(written).hasSizeLessThanOrEqualTo(20);
  }

  private static void pipelineAndReset(RawClient client) throws IOException {
    String requests = "GET /api HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(200);
    try (Socket socket = client.connect()) {
      // Closed with a reset.
      socket.setSoLinger(true, 0);
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static LogRecord logged(String message) {
    return new LogRecord(Level.SEVERE, message);
  }

  private static final class Written extends Handler {
    private final List<LogRecord> records;

    Written(List<LogRecord> records) {
      this.records = records;
    }

    @Override
    public void publish(LogRecord logged) {
      if (isLoggable(logged)) {
        records.add(logged);
      }
    }

    @Override
    public void flush() {
      // Nothing is buffered.
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
