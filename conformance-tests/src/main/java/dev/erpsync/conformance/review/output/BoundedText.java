package dev.erpsync.conformance.review.output;

import java.util.List;
import java.util.function.Function;

/**
 * Markdown with an upper bound. An item of a list that does not fit is left out as a whole, so that
 * no table, code block or character is cut. Not thread-safe.
 */
final class BoundedText {
  /** A comment on GitHub has 65,536 characters at most, and the script that posts it adds some. */
  static final int MOST_CHARACTERS = 60_000;

  /** For what is not an item: headings, what opens and closes sections, and a few short values. */
  private static final int RESERVED = 8_000;

  private final StringBuilder out = new StringBuilder();

  /** Appends a line that is always there. Only for texts of bounded length. */
  void line(String text) {
    out.append(text).append('\n');
  }

  /**
   * Appends those of the first items that fit.
   *
   * @param most how many at most
   * @param form the text of an item, without a line end at its end
   * @return how many were left out
   */
  <T> int items(List<T> items, int most, Function<T, String> form) {
    int written = 0;
    for (T item : items.subList(0, Math.min(most, items.size()))) {
      String text = form.apply(item);
      if (out.length() + text.length() < MOST_CHARACTERS - RESERVED) {
        line(text);
        written++;
      }
    }
    return items.size() - written;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
