package dev.erpsync.server.language;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Set;

/** Names of cultures, such as {@code sv} and {@code nb-NO}. (D15) */
public final class Cultures {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private Cultures() {}

  /**
   * Whether a name is a language tag (RFC 5646) whose language is one of ISO 639 and whose country,
   * if it has one, is one of ISO 3166; letter case does not count.
   */
  public static boolean include(String name) {
    try {
      Locale culture = new Locale.Builder().setLanguageTag(name).build();
      String country = culture.getCountry();
      return LANGUAGES.contains(culture.getLanguage())
          && (country.isEmpty() || COUNTRIES.contains(country) || isRegionOfCountries(country));
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /** Three digits, as in {@code es-419} (RFC 5646, section 2.2.4). */
  private static boolean isRegionOfCountries(String country) {
    return country.length() == 3;
  }
}
