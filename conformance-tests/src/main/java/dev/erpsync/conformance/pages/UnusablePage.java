package dev.erpsync.conformance.pages;

import java.nio.file.Path;

/**
 * A page, or one exchange on it, that cannot be used.
 *
 * @param file the page, or the include file in which the trouble stands
 * @param line the line, from 1; 0 when the whole file is meant
 * @param reason one sentence without a full stop, for people
 */
public record UnusablePage(Path file, int line, String reason) {
  @Override
  public String toString() {
    return line == 0 ? file + ": " + reason : file + ":" + line + ": " + reason;
  }
}
