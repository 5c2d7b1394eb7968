package dev.erpsync.server.language;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time zone in which a caller wants points in time. Immutable. (D15)
 *
 * @param withOffset whether each has its distance from UTC behind it, as {@code +02:00} or {@code
 *     Z}
 */
public record AnswerZone(ZoneId zone, boolean withOffset) {
  private static final Pattern POINT_IN_TIME =
      Pattern.compile("([0-9-]{10}T[0-9:]{8})(\\.[0-9]+)?(Z|[+-][0-9]{2}:?[0-9]{2})");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("XXXXX", Locale.ROOT);

  /**
   * A point in time as it is called in this zone, with the fraction of the second as it was.
   *
   * @param text date, time and offset (RFC 3339); what is something else, or would leave the years
   *     1 to 9999, which .NET cannot hold, comes back as it is
   */
  public String convert(String text) {
    Matcher matcher = POINT_IN_TIME.matcher(text);
    if (!matcher.matches()) {
      return text;
    }
    try {
      ZonedDateTime there =
          LocalDateTime.parse(matcher.group(1))
              .atOffset(ZoneOffset.of(matcher.group(3)))
              .atZoneSameInstant(zone);
      return there.getYear() < 1 || there.getYear() > 9999 ? text : written(there, matcher);
    } catch (DateTimeException e) {
      return text;
    }
  }

  private String written(ZonedDateTime time, Matcher original) {
    String fraction = original.group(2) == null ? "" : original.group(2);
    return TIME.format(time) + fraction + (withOffset ? OFFSET.format(time) : "");
  }
}
