package dev.erpsync.conformance.pages;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The HTML character references that renderings of JSON leave behind. */
final class Entities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(\\w+));");
  private static final Map<String, String> NAMED =
      Map.of("quot", "\"", "amp", "&", "apos", "'", "lt", "<", "gt", ">", "nbsp", " ");

  private Entities() {}

  /** Replaces each reference once, and no-break spaces, which JSON does not know, by spaces. */
  static String decode(String text) {
    return REFERENCE.matcher(text).replaceAll(Entities::replacement).replace('\u00A0', ' ');
  }

  private static String replacement(MatchResult match) {
    if (match.group(3) != null) {
      return Matcher.quoteReplacement(NAMED.getOrDefault(match.group(3), match.group()));
    }
    int codePoint =
        match.group(1) != null
            ? Integer.parseInt(match.group(1))
            : Integer.parseInt(match.group(2), 16);
    return Matcher.quoteReplacement(
        Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : match.group());
  }
}
