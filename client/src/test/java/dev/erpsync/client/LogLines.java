package dev.erpsync.client;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the client logs while this is open, at every level; java.util.logging is behind it here. */
final class LogLines extends Handler implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("dev.erpsync.client");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  LogLines() {
    LOGGER.setLevel(Level.ALL);
    LOGGER.setUseParentHandlers(false);
    LOGGER.addHandler(this);
  }

  /** The messages of a level of java.util.logging. */
  List<String> at(String level) {
    return records.stream()
        .filter(line -> line.getLevel().getName().equals(level))
        .map(LogRecord::getMessage)
        .toList();
  }

  /** All messages, and what was thrown. */
  String text() {
    StringBuilder text = new StringBuilder();
    records.forEach(line -> text.append(line.getMessage()).append(line.getThrown()).append('\n'));
    return text.toString();
  }

  @Override
  public void publish(LogRecord line) {
    records.add(line);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    LOGGER.removeHandler(this);
    LOGGER.setUseParentHandlers(true);
    LOGGER.setLevel(null);
  }
}
