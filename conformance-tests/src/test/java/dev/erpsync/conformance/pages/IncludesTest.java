package dev.erpsync.conformance.pages;

import static dev.erpsync.conformance.pages.Folder.EXCHANGE;
import static dev.erpsync.conformance.pages.Folder.request;
import static dev.erpsync.conformance.pages.Folder.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose samples stand in other files. */
class IncludesTest {
  private static final String PAGE =
      """
      # Unlink

      NsApiSlow threshold: 5000 ms.

      ## Sample request

      [!include[sample request](../samples/request/unlink.md)]

      ## Sample response

      [!include[sample response](../samples/response/unlink.md)]
      """;

  private final Path temp;
  private final Folder folder;

  IncludesTest(@TempDir Path temp) {
    this.temp = temp;
    this.folder = new Folder(temp.resolve("pages"));
  }

  @Test
  void readsTheSampleOutOfTheIncludeFiles() {
    folder.write("agent/unlink.md", PAGE);
    Path request =
        folder.write("samples/request/unlink.md", "```http!\n" + request("34") + "```\n");
    folder.write("samples/response/unlink.md", "```http_\n" + response("true") + "```\n");

    PageReading reading = folder.read();

    assertThat(reading.unusable()).isEmpty();
    assertThat(reading.samples())
        .extracting(
            found -> found.sample().name(),
            found -> found.sample().page(),
            PageSample::file,
            PageSample::line)
        .containsExactly(tuple("BreakActorLink-000", "agent/unlink.md", request, 2));
  }

  @Test
  void namesTheMissingFiles() {
    Path page = folder.write("agent/unlink.md", PAGE);

    PageReading reading = folder.read();

    assertThat(reading.samples()).isEmpty();
    assertThat(reading.unusable())
        .containsExactly(
            new UnusablePage(
                page, 7, "the folder lacks the include file ../samples/request/unlink.md"),
            new UnusablePage(
                page, 11, "the folder lacks the include file ../samples/response/unlink.md"));
  }

  @Test
  void readsNothingOutsideTheFolder() {
    Path page = folder.write("unlink.md", PAGE);
    new Folder(temp).write("samples/request/unlink.md", request("34"));
    new Folder(temp).write("samples/response/unlink.md", response("true"));

    PageReading reading = folder.read();

    assertThat(reading.samples()).isEmpty();
    assertThat(reading.unusable()).extracting(UnusablePage::file).containsExactly(page, page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[!include[](part.http)]",
        "[!INCLUDE [words](./part.http)]",
        "[!include[words](part.http \"more words\")]",
        "[!code-http[words](part.http)]",
        "[!code-http[words](~/sub/part.http)]",
        "[!code[words](part.http#L1-L9)]",
        "See [!code-http[words](../sub/part.http?range=1-9)] here."
      })
  void knowsTheFormsOfAReference(String reference) {
    folder.write("sub/page.md", reference);
    folder.write("sub/part.http", EXCHANGE);

    PageReading reading = folder.read();

    assertThat(reading.unusable()).isEmpty();
    assertThat(reading.samples())
        .extracting(found -> found.sample().page())
        .containsExactly("sub/page.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1/part.http", "a\0b", "/etc/hostname", "..", "%zz"})
  void takesAnOddReferenceForAMissingFile(String target) {
    Path page = folder.write("page.md", EXCHANGE + "[!include[x](" + target + ")]");

    PageReading reading = folder.read();

    assertThat(reading.unusable()).extracting(UnusablePage::file).containsExactly(page);
  }

  @Test
  void placesTroubleInTheIncludeFile() {
    folder.write("page.md", "\n\n[!include[x](part.md)]\n");
    Path part = folder.write("part.md", "\n" + request("34"));

    assertThat(folder.read().unusable())
        .containsExactly(new UnusablePage(part, 2, "request without response"));
  }

  @Test
  void readsAFileOnceForAPageHoweverOftenItIsIncluded() {
    folder.write("page.md", "[!include[x](part.md)]\n[!include[x](part.md)]\n");
    folder.write("part.md", EXCHANGE);

    assertThat(folder.read().samples())
        .extracting(found -> found.sample().page())
        .containsExactly("page.md");
  }

  @Test
  void losesNothingOfFilesThatIncludeOneAnother() {
    folder.write("page.md", "[!include[x](part.md)]");
    folder.write("part.md", EXCHANGE + "[!include[x](page.md)]");

    assertThat(folder.read().samples())
        .extracting(found -> found.sample().page())
        .containsExactly("page.md", "part.md");
  }

  @Test
  void limitsHowDeepIncludesAreNested() {
    for (int i = 0; i < 11; i++) {
      folder.write("page%02d.md".formatted(i), "[!include[x](page%02d.md)]".formatted(i + 1));
    }
    Path tooDeep = folder.write("page11.md", EXCHANGE);

    PageReading reading = folder.read();

    assertThat(reading.samples()).isEmpty();
    assertThat(reading.unusable())
        .containsExactly(new UnusablePage(tooDeep, 0, "included more than 10 levels deep"));
  }

  @Test
  void limitsAPageTogetherWithWhatItIncludes() {
    Path page = folder.write("page.md", EXCHANGE + "[!include[x](part.md)]\nwords\n");
    Path part = folder.write("part.md", "a".repeat(1024 * 1024));

    PageReading reading = folder.read();

    assertThat(reading.samples()).hasSize(1);
    String reason = "larger than 1 MiB with what " + page + " includes";
    assertThat(reading.unusable())
        .containsExactly(new UnusablePage(part, 0, reason), new UnusablePage(page, 0, reason));
  }
}
