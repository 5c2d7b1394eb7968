package dev.erpsync.conformance.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of an Accept header (RFC 9110, section 12.5.1). Other parameters than the quality do
 * not count.
 *
 * @param range such as {@code text/*}, in small letters
 * @param quality from 0 to 1
 */
record AcceptRange(String range, double quality) {
  private static final String ANY = "*/*";
  private static final Pattern RANGE = Pattern.compile("[^\\s/,;]+/[^\\s/,;]+");
  private static final Pattern QUALITY =
      Pattern.compile(";\\s*q\\s*=\\s*([01](\\.\\d{0,3})?)\\s*(;|$)", Pattern.CASE_INSENSITIVE);

  /** The entries; empty when the header is no list of media ranges. */
  static Optional<List<AcceptRange>> parse(String header) {
    List<AcceptRange> ranges = new ArrayList<>();
    for (String entry : header.split(",", -1)) {
      String range = MediaTypes.essence(entry);
      if (!RANGE.matcher(range).matches()) {
        return Optional.empty();
      }
      Matcher quality = QUALITY.matcher(entry.toLowerCase(Locale.ROOT));
      ranges.add(new AcceptRange(range, quality.find() ? Double.parseDouble(quality.group(1)) : 1));
    }
    return Optional.of(ranges);
  }

  boolean isAny() {
    return range.equals(ANY);
  }

  boolean matches(String type) {
    return isAny()
        || range.equals(type)
        || (range.endsWith("/*") && type.startsWith(range.substring(0, range.length() - 1)));
  }

  /** The more specific entry counts, whatever its quality. */
  int specificity() {
    return isAny() ? 0 : range.endsWith("/*") ? 1 : 2;
  }
}
