package dev.erpsync.server.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.language.MultiLanguageText.Entry;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

/** Texts in several languages, whatever is in them and however they are separated. */
@Tag("D14")
class MultiLanguageTextTest {
  private static final WantedLanguages NORWEGIAN = new WantedLanguages(List.of("NO"));

  /** How entries are written: after the code, before the quote, and between entries. */
  record Style(String afterCode, String beforeQuote, String separator, String end) {
    String write(List<Entry> entries) {
      StringBuilder text = new StringBuilder();
      for (Entry entry : entries) {
        text.append(text.isEmpty() ? "" : separator)
            .append(entry.code())
            .append(afterCode)
            .append(':')
            .append(beforeQuote)
            .append('"')
            .append(entry.text())
            .append('"');
      }
      return text.append(end).toString();
    }
  }

  @Property
  void areReadBackInAnyStyle(
      @ForAll @Size(min = 1, max = 6) List<@From("entry") Entry> entries,
      @ForAll @From("style") Style style) {
    assertThat(MultiLanguageText.parse(style.write(entries)))
        .isEqualTo(Optional.of(new MultiLanguageText(entries)));
  }

  @Property
  void areNothingButTextWhenAnythingElseIsAround(
      @ForAll @Size(min = 1, max = 6) List<@From("entry") Entry> entries,
      @ForAll @From("style") Style style,
      @ForAll @From("rest") String rest) {
    String text = style.write(entries);
    assertThat(NORWEGIAN.resolve(rest + text)).isEqualTo(rest + text);
    assertThat(NORWEGIAN.resolve(text + rest)).isEqualTo(text + rest);
  }

  @Property
  void areNotSeenInOtherTexts(@ForAll @From("other") String text) {
    assertThat(NORWEGIAN.resolve(text)).isEqualTo(text);
  }

  @Property
  void giveOneOfTheirTexts(
      @ForAll @Size(min = 1, max = 6) List<@From("entry") Entry> entries,
      @ForAll @From("style") Style style) {
    List<String> norwegian = in("NO", entries);
    List<String> english = in("US", entries);
    String expected =
        !norwegian.isEmpty()
            ? norwegian.get(0)
            : !english.isEmpty() ? english.get(0) : entries.get(0).text();
    assertThat(NORWEGIAN.resolve(style.write(entries))).isEqualTo(expected);
  }

  private static List<String> in(String code, List<Entry> entries) {
    return entries.stream().filter(e -> e.code().equals(code)).map(Entry::text).toList();
  }

  @Provide
  static Arbitrary<Entry> entry() {
    Arbitrary<String> code =
        Arbitraries.oneOf(
            Arbitraries.of("US", "NO", "SW"),
            Arbitraries.strings().withCharRange('A', 'Z').ofLength(2));
    return Combinators.combine(code, text()).as(Entry::new);
  }

  /** Anything; a quote only where no entry and no end can follow it. */
  private static Arbitrary<String> text() {
    Arbitrary<String> plain =
        Arbitraries.oneOf(
            Arbitraries.strings().excludeChars('"').ofMaxLength(20),
            Arbitraries.strings().withChars("US:;, NO\n").ofMaxLength(20));
    Arbitrary<String> quoted = plain.map(text -> "19\" " + "x" + text);
    return Arbitraries.oneOf(plain, quoted);
  }

  @Provide
  static Arbitrary<Style> style() {
    Arbitrary<String> blank = Arbitraries.of("", " ", "  ", "\t", "\n");
    Arbitrary<String> mark = Arbitraries.of(";", ",", "");
    Arbitrary<String> separator =
        Combinators.combine(blank, mark, blank).as((a, m, b) -> a + m + b);
    return Combinators.combine(blank, blank, separator, separator).as(Style::new);
  }

  /** What is neither blank, nor a separator at the end, nor an entry. */
  @Provide
  static Arbitrary<String> rest() {
    return Arbitraries.of("x", "[", "1 ", ";;", ", ,", "N", "NO", "NO:", "\u00e9");
  }

  /** Texts of the same characters, which have no entry because no quote follows a colon. */
  @Provide
  static Arbitrary<String> other() {
    return Arbitraries.oneOf(
        Arbitraries.strings().filter(text -> !text.contains(":")),
        Arbitraries.strings().withChars("USNO:;, ").ofMaxLength(30),
        Arbitraries.strings().withChars("usno:\";, ").ofMaxLength(30));
  }
}
