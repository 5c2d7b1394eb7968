package dev.erpsync.server.language;

import java.util.Optional;

/**
 * How a caller wants to be answered. Immutable.
 *
 * @param languages empty to leave texts as they are
 * @param zone empty to leave points in time as they are
 */
public record AnswerLocale(Optional<WantedLanguages> languages, Optional<AnswerZone> zone) {
  /** Whether nothing is to be changed. */
  public boolean isNeutral() {
    return languages.isEmpty() && zone.isEmpty();
  }
}
