package dev.erpsync.server.language;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SuperOffice's codes of languages, which are not those of ISO 639: a Swedish text stands under
 * {@code SW}. Immutable. (D14)
 */
public final class LanguageCodes {
  private static final Set<String> ISO = Set.of(Locale.getISOLanguages());

  private final Map<String, String> codes = new LinkedHashMap<>();
  private final Set<String> listed;

  /**
   * The codes of a table.
   *
   * @param table the languages of each SuperOffice code, by their codes in ISO 639, in lower case
   */
  public LanguageCodes(Map<String, List<String>> table) {
    table.forEach((code, languages) -> languages.forEach(language -> codes.put(language, code)));
    listed = Set.copyOf(table.keySet());
  }

  /**
   * What a language header asks for.
   *
   * @param header in the form of Accept-Language
   * @return empty when it names no language, and texts are to stay as they are
   */
  public Optional<WantedLanguages> wanted(String header) {
    List<String> ranges = LanguageRanges.parse(header);
    Set<String> wanted = new LinkedHashSet<>();
    ranges.forEach(range -> addCodes(range.toLowerCase(Locale.ROOT), wanted));
    return ranges.isEmpty()
        ? Optional.empty()
        : Optional.of(new WantedLanguages(List.copyOf(wanted)));
  }

  /** The exact language, then what it is a kind of (RFC 4647, section 3.4). */
  private void addCodes(String range, Set<String> wanted) {
    for (String tag = range; !tag.isEmpty(); tag = broader(tag)) {
      code(tag).ifPresent(wanted::add);
    }
  }

  /** Without its last part, and without a single letter that only introduces that part. */
  private static String broader(String tag) {
    String shorter = tag.substring(0, Math.max(0, tag.lastIndexOf('-')));
    boolean introducer = shorter.length() > 1 && shorter.charAt(shorter.length() - 2) == '-';
    return introducer ? shorter.substring(0, shorter.length() - 2) : shorter;
  }

  /**
   * The table's code; else the two letters themselves, unless they are another language in the
   * table: Swahili, {@code sw}, is not to be answered in Swedish.
   */
  private Optional<String> code(String tag) {
    String code = codes.get(tag);
    String same = tag.toUpperCase(Locale.ROOT);
    if (code == null && tag.length() == 2 && !(listed.contains(same) && ISO.contains(tag))) {
      return Optional.of(same);
    }
    return Optional.ofNullable(code);
  }
}
