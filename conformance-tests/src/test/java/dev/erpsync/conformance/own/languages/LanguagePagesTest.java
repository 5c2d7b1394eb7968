package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code of the pages on other languages is that of the files that are run. */
class LanguagePagesTest {
  private static final List<String> PARTS = List.of("set up", "link", "break", "read", "error");

  @TestFactory
  Stream<DynamicTest> theCodeIsThatOfTheFiles() {
    return Stream.concat(
            Stream.of(Table.PAGE), Language.all().stream().map(LanguagePagesTest::page))
        .map(page -> dynamicTest(page.toString(), () -> isCurrent(page)));
  }

  @TestFactory
  Stream<DynamicTest> everyLanguageHasAPageWithEveryPartOfItsExample() {
    return Language.all().stream()
        .map(language -> dynamicTest(language.name(), () -> isWhole(language)));
  }

  @Test
  void theOverviewShowsHowToLinkInEveryLanguage() throws IOException {
    List<String> sources = Page.read(Table.PAGE).sources();
    for (Language language : Language.all()) {
      assertThat(sources)
          .anyMatch(each -> each.matches(language.name() + "/[Ee]xample\\.\\w+: link"));
    }
  }

  private static Path page(Language language) {
    return language.folder().resolve("README.md");
  }

  private static void isCurrent(Path file) throws IOException {
    Page page = Page.read(file);
    String written = page.withCode();
    if (Boolean.getBoolean("erpsync.writeLanguages")) {
      Files.writeString(file, written);
    }
    assertThat(Files.readString(file)).isEqualTo(written);
    assertThat(page.sources()).hasSize((int) page.blocks());
  }

  private static void isWhole(Language language) throws IOException {
    Page page = Page.read(page(language));
    assertThat(page.sources())
        .extracting(each -> each.replaceFirst("^[Ee]xample\\.\\w+: ", ""))
        .containsAll(PARTS);
    assertThat(page.printed()).isPresent();
  }
}
