package dev.erpsync.conformance.pages;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a page.
 *
 * @param file the file it stands in, which may be an include file
 * @param number from 1
 * @param text without white space at either end, because some layouts lose it
 */
record Line(Path file, int number, String text) {
  private static final Pattern HEADER = Pattern.compile("([A-Za-z][A-Za-z0-9-]*):[ \\t]*(.*)");
  private static final Pattern STATUS =
      Pattern.compile("HTTP/\\d(?:\\.\\d)?\\s+(\\d{3})(?:\\s.*)?");

  /** A header line. */
  record Header(String name, String value) {}

  Optional<Header> header() {
    Matcher matcher = HEADER.matcher(text);
    return matcher.matches()
        ? Optional.of(new Header(matcher.group(1), matcher.group(2)))
        : Optional.empty();
  }

  /** The status, when this is a status line. */
  Optional<Integer> status() {
    Matcher matcher = STATUS.matcher(text);
    return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
  }

  Optional<RequestLine> request() {
    return RequestLine.parse(text);
  }

  /** Whether no body can go on here. No JSON text has such a line, since strings end on theirs. */
  boolean endsBody() {
    return text.startsWith("```")
        || text.startsWith("~~~")
        || text.startsWith("#")
        || isBareHeading()
        || request().isPresent()
        || status().isPresent();
  }

  /** The headings around samples, in layouts that lose the mark of a heading. */
  private boolean isBareHeading() {
    String lower = text.toLowerCase(Locale.ROOT);
    return lower.equals("sample request") || lower.equals("sample response");
  }
}
