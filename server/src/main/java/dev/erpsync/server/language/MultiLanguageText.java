package dev.erpsync.server.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text in several languages, such as {@code NO:"Leverandør";US:"Supplier"}. Immutable. (D14)
 *
 * @param entries at least one, in the order written
 */
record MultiLanguageText(List<Entry> entries) {
  private static final String FALLBACK = "US";

  private static final String OPENING = "[A-Z]{2}\\s*+:\\s*+\"";

  /**
   * No documented text escapes a quote, so one ends a text only where a separator, another entry or
   * nothing follows.
   */
  private static final Pattern ENTRY =
      Pattern.compile(
          """
          \\G\\s*+
          ([A-Z]{2})\\s*+:\\s*+
          (?>"(.*?)"(?=\\s*+(?:[;,]|%1$s|\\z)))
          \\s*+[;,]?+\\s*+(?=%1$s|\\z)"""
              .formatted(OPENING),
          Pattern.DOTALL | Pattern.COMMENTS);

  /**
   * The text in one language.
   *
   * @param code SuperOffice's code of the language, two capitals
   */
  record Entry(String code, String text) {}

  MultiLanguageText {
    entries = List.copyOf(entries);
  }

  /** Reads a text; empty when it is not, from its beginning to its end, in several languages. */
  static Optional<MultiLanguageText> parse(String text) {
    List<Entry> entries = new ArrayList<>();
    Matcher matcher = ENTRY.matcher(text);
    int end = 0;
    while (end < text.length() && matcher.find()) {
      entries.add(new Entry(matcher.group(1), matcher.group(2)));
      end = matcher.end();
    }
    return entries.isEmpty() || end < text.length()
        ? Optional.empty()
        : Optional.of(new MultiLanguageText(entries));
  }

  /** The text in the first of these languages that it has, else in English, else the first. */
  String in(List<String> codes) {
    return Stream.concat(codes.stream(), Stream.of(FALLBACK))
        .flatMap(code -> entries.stream().filter(entry -> entry.code().equals(code)))
        .findFirst()
        .orElse(entries.get(0))
        .text();
  }
}
