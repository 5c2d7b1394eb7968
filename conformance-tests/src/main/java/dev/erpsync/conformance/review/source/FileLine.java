package dev.erpsync.conformance.review.source;

/**
 * A line of a file.
 *
 * @param file path, with slashes, relative to the working folder where it is inside of it
 * @param line counted from 1
 */
public record FileLine(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
