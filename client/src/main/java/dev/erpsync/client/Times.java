package dev.erpsync.client;

import java.time.Duration;
import java.util.Objects;

/** Times that a caller sets. */
final class Times {
  private static final Duration LONGEST = Duration.ofDays(1);

  private Times() {}

  /** The time, if it is from 1 millisecond to 1 day. */
  static Duration checked(String name, Duration time) {
    Objects.requireNonNull(time, name);
    if (time.compareTo(LONGEST) > 0 || time.toMillis() < 1) {
      throw new IllegalArgumentException(name + " must be from 1 millisecond to 1 day");
    }
    return time;
  }

  static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
