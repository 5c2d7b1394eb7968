package dev.erpsync.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/**
 * Bounds what clients can have written to the log: of records that differ in figures only, ten are
 * written a minute, and the first after that has the number of those left out. A connection that
 * broke off is one line without a stack trace. An {@link OutOfMemoryError} that reaches the log
 * ends the process, because after it nothing of the process can be relied on. Thread-safe.
 */
final class LogLimit implements Filter {
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final int MOST_OF_PERIOD = 10;
  private static final int MOST_KINDS = 1_000;
  private static final int MOST_CAUSES = 20;
  private static final int KEY_LENGTH = 100;
  private static final int OUT_OF_MEMORY = 3;
  private static final Pattern FIGURES = Pattern.compile("[0-9a-f-]{8,}|\\d+");

  private final InstantSource clock;
  private final Runnable end;
  private final Map<String, Count> counts =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > MOST_KINDS;
        }
      };

  private record Count(Instant begun, int written, int left) {}

  /**
   * A limit.
   *
   * @param end ends the process
   */
  LogLimit(InstantSource clock, Runnable end) {
    this.clock = clock;
    this.end = end;
  }

  /** Whether to write a record; it may be changed. */
  @Override
  public boolean isLoggable(LogRecord logged) {
    if (has(OutOfMemoryError.class, logged.getThrown())) {
      end.run();
    }
    if (has(EofException.class, logged.getThrown())) {
      logged.setLevel(Level.WARNING);
      logged.setThrown(null);
      logged.setMessage("a client closed its connection before the response was written");
    }
    return isWithinLimit(logged);
  }

  private synchronized boolean isWithinLimit(LogRecord logged) {
    Instant now = clock.instant();
    String kind = kind(logged);
    Count before = counts.getOrDefault(kind, new Count(now, 0, 0));
    boolean over = !now.isBefore(before.begun().plus(PERIOD));
    if (!over && before.written() >= MOST_OF_PERIOD) {
      counts.put(kind, new Count(before.begun(), before.written(), before.left() + 1));
      return false;
    }
    if (over && before.left() > 0) {
      logged.setMessage(
          "%s (%d more like it were not logged)".formatted(logged.getMessage(), before.left()));
    }
    counts.put(
        kind, over ? new Count(now, 1, 0) : new Count(before.begun(), before.written() + 1, 0));
    return true;
  }

  private static String kind(LogRecord logged) {
    String message = String.valueOf(logged.getMessage());
    String bounded = message.substring(0, Math.min(KEY_LENGTH, message.length()));
    String thrown = logged.getThrown() == null ? "" : logged.getThrown().getClass().getName();
    return "%s %s %s"
        .formatted(logged.getLoggerName(), thrown, FIGURES.matcher(bounded).replaceAll("#"));
  }

  private static boolean has(Class<? extends Throwable> type, @Nullable Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
      if (type.isInstance(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** Ends the process, with a message that needs no memory. */
  static void halt() {
    System.err.println("erpsync-server: out of memory; the process ends");
    Runtime.getRuntime().halt(OUT_OF_MEMORY);
  }
}
