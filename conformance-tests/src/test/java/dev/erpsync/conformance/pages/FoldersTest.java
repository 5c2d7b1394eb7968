package dev.erpsync.conformance.pages;

import static dev.erpsync.conformance.pages.Folder.EXCHANGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
  private final Path temp;

  FoldersTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void numbersTheSamplesOfEachOperationInTheOrderOfFileNames() {
    var folder = new Folder(temp);
    String other = EXCHANGE.replace("BreakActorLink", "ConnectActor");
    folder.write("b.md", EXCHANGE);
    folder.write("a.txt", EXCHANGE + other);
    folder.write("B.md", EXCHANGE);
    folder.write("sub/a.md", other);

    assertThat(folder.read().samples())
        .extracting(found -> found.sample().name(), found -> found.sample().page())
        .containsExactly(
            tuple("BreakActorLink-000", "B.md"),
            tuple("BreakActorLink-001", "a.txt"),
            tuple("ConnectActor-000", "a.txt"),
            tuple("BreakActorLink-002", "b.md"),
            tuple("ConnectActor-001", "sub/a.md"));
  }

  @Test
  void leavesOutNamesThatBeginWithADot() {
    var folder = new Folder(temp.resolve(".pages"));
    folder.write("page.md", EXCHANGE);
    folder.write(".page.md", EXCHANGE);
    folder.write(".sub/page.md", EXCHANGE);

    assertThat(folder.read().samples()).hasSize(1);
  }

  @Test
  void readsAThousandPages() {
    var folder = new Folder(temp);
    for (int i = 0; i < 1000; i++) {
      folder.write("page%03d.md".formatted(i), i % 2 == 0 ? EXCHANGE : "words");
    }

    PageReading reading = folder.read();

    assertThat(reading.samples()).hasSize(500);
    assertThat(reading.samples().get(499).sample().name()).isEqualTo("BreakActorLink-499");
    assertThat(reading.samples().get(499).sample().page()).isEqualTo("page998.md");
    assertThat(reading.unusable()).hasSize(500);
  }

  @Test
  void refusesAFolderThatDoesNotExist() {
    Path missing = temp.resolve("missing");

    assertThatExceptionOfType(PageFolderException.class)
        .isThrownBy(() -> new Folder(missing).read())
        .withMessage("there is no folder " + missing);
  }

  @Test
  void refusesAFileInPlaceOfAFolder() {
    Path file = new Folder(temp).write("page.md", EXCHANGE);

    assertThatExceptionOfType(PageFolderException.class)
        .isThrownBy(() -> new Folder(file).read())
        .withMessage("there is no folder " + file);
  }

  @Test
  void refusesAFolderWithoutAPage() throws Exception {
    Files.createDirectory(temp.resolve("sub"));
    Files.createFile(temp.resolve(".hidden"));

    assertThatExceptionOfType(PageFolderException.class)
        .isThrownBy(() -> new Folder(temp).read())
        .withMessage("there is no page in the folder " + temp);
  }

  @Test
  void takesAFolderByAWinding() {
    var folder = new Folder(temp);
    folder.write("a.md", "[!include[x](b.md)]");
    folder.write("b.md", EXCHANGE);

    PageReading reading = new Folder(temp.resolve("sub/../.")).read();

    assertThat(reading.unusable()).isEmpty();
    assertThat(reading.samples()).extracting(s -> s.sample().page()).containsExactly("a.md");
  }

  @Test
  void doesNotFollowAFolderIntoItself() throws Exception {
    var folder = new Folder(temp);
    folder.write("page.md", EXCHANGE);
    Path loop = Files.createSymbolicLink(temp.resolve("loop"), temp);

    PageReading reading = folder.read();

    assertThat(reading.samples()).hasSize(1);
    assertThat(reading.unusable())
        .containsExactly(new UnusablePage(loop, 0, "cannot be read: not a file"));
  }
}
