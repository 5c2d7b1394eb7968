package dev.erpsync.server.http.routing;

import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.jetty.http.QuotedCSV;

/**
 * A range of media types in an Accept header (RFC 9110, section 12.5.1).
 *
 * @param type the range
 * @param quality from 0, not acceptable, to 1
 */
record AcceptedRange(MediaType type, double quality) {
  /** As HttpURLConnection writes the range of all types. */
  private static final String ANY = "*";

  /** How narrow it is: a type, all subtypes of a type, or everything. */
  int specificity() {
    return type.isWildcardType() ? 0 : type.isWildcardSubtype() ? 1 : 2;
  }

  /**
   * The ranges of a header, those of the highest quality first, and of these the narrowest.
   *
   * @return nothing where the header is no list of media ranges
   */
  static List<AcceptedRange> parse(String accept) {
    try {
      return new QuotedCSV(accept)
          .getValues().stream()
              .map(AcceptedRange::of)
              .sorted(
                  Comparator.comparingDouble(AcceptedRange::quality)
                      .thenComparingInt(AcceptedRange::specificity)
                      .reversed())
              .toList();
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }

  private static AcceptedRange of(String text) {
    boolean any = text.equals(ANY) || text.startsWith(ANY + ";");
    MediaType type = MediaType.valueOf(any ? "*/" + text : text);
    String quality = type.getParameters().getOrDefault("q", "1");
    double value = Double.parseDouble(quality);
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a quality of " + quality);
    }
    return new AcceptedRange(new MediaType(type.getType(), type.getSubtype()), value);
  }
}
