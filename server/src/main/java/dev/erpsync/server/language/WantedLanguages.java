package dev.erpsync.server.language;

import java.util.List;

/**
 * The languages in which a caller wants texts. Immutable. (D14)
 *
 * @param codes SuperOffice's codes, best first; may be empty when no text can be in a language that
 *     was asked for
 */
public record WantedLanguages(List<String> codes) {
  public WantedLanguages {
    codes = List.copyOf(codes);
  }

  /** A text of several languages in the best of those wanted; any other text as it is. */
  public String resolve(String text) {
    return MultiLanguageText.parse(text).map(parsed -> parsed.in(codes)).orElse(text);
  }
}
