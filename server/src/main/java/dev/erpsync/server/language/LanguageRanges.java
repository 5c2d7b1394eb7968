package dev.erpsync.server.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The languages that a header names (RFC 9110, section 12.5.4). {@link java.util.Locale} has a
 * reader too, but it refuses the whole header where a part of it cannot be read, and a documented
 * sample is such a header. (D14)
 */
final class LanguageRanges {
  /** A basic language range of RFC 4647, section 2.1, that names a language. */
  private static final Pattern RANGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  /** RFC 9110, section 12.4.2. */
  private static final Pattern WEIGHT =
      Pattern.compile("[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");

  private record Weighted(String range, double weight) {}

  private LanguageRanges() {}

  /**
   * Reads a header.
   *
   * @return what is wanted, best first and in the order given where weights are equal; what names
   *     no language, or cannot be read, is left out
   */
  static List<String> parse(String header) {
    List<Weighted> ranges = new ArrayList<>();
    for (String part : header.split(",", -1)) {
      read(part).filter(range -> range.weight() > 0).ifPresent(ranges::add);
    }
    ranges.sort(Comparator.comparingDouble(Weighted::weight).reversed());
    return ranges.stream().map(Weighted::range).toList();
  }

  private static Optional<Weighted> read(String part) {
    String[] pieces = part.split(";", -1);
    String range = pieces[0].strip();
    double weight = 1;
    for (int i = 1; i < pieces.length; i++) {
      String parameter = pieces[i].strip();
      Matcher matcher = WEIGHT.matcher(parameter);
      if (matcher.matches()) {
        weight = Double.parseDouble(matcher.group(1));
      } else if (parameter.regionMatches(true, 0, "q=", 0, 2)) {
        return Optional.empty();
      }
    }
    return RANGE.matcher(range).matches()
        ? Optional.of(new Weighted(range, weight))
        : Optional.empty();
  }
}
