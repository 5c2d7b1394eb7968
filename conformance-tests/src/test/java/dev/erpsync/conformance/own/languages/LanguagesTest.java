package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What client/languages/prove has generated and built, makes every documented call. */
@Tag("languages")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguagesTest {
  private final Table table = new Table();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private @Nullable Servers servers;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    servers = open(Servers.start(folder));
  }

  @TestFactory
  Stream<DynamicContainer> everyLanguage() {
    assertThat(Language.chosen()).isNotEmpty();
    return Language.chosen().stream()
        .map(language -> dynamicContainer(language.name(), tests(language)));
  }

  @AfterAll
  void writeTheTableAndStop() throws Exception {
    Files.writeString(Language.FOLDER.resolve("../target/languages/table.md"), table.markdown());
    for (int i = opened.size() - 1; i >= 0; i--) {
      opened.get(i).close();
    }
    if (table.isComplete()) {
      String page = table.page();
      if (Boolean.getBoolean("erpsync.writeLanguages")) {
        Files.writeString(Table.PAGE, page);
      }
      assertThat(Files.readString(Table.PAGE)).isEqualTo(page);
    }
  }

  private Stream<DynamicTest> tests(Language language) {
    try {
      Built built = Built.of(language);
      Stream<DynamicTest> builds = Stream.of(dynamicTest("builds", () -> isDone(built)));
      if (!built.isDone()) {
        table.add(language, built);
        return builds;
      }
      var cells = new Cells();
      return Stream.of(builds, run(language, cells), seen(language, cells)).flatMap(all -> all);
    } catch (Exception e) {
      return Stream.of(
          dynamicTest(
              "builds",
              () -> {
                throw e;
              }));
    }
  }

  private static void isDone(Built built) {
    Assumptions.assumeFalse(built.lacksTools(), built.log());
    assertThat(built.status()).as(built.log()).isZero();
  }

  private Stream<DynamicTest> run(Language language, Cells cells) throws Exception {
    if (servers == null) {
      throw new IllegalStateException("the servers were not started");
    }
    Driver driver = open(Driver.start(language));
    Relay relay = open(new Relay(servers.uri()));
    Relay guarded = open(new Relay(servers.guardedUri()));
    var samples = new SamplesProof(cells, driver);
    return Stream.of(
            samples.onTheServer(relay, servers.control()),
            samples.onTheStub(),
            new ErrorsProof(cells, driver, servers).all(relay, guarded),
            new AccessProof(language.name(), cells, driver, guarded).all(servers),
            new WireProof(cells, driver, relay, servers.control()).all(),
            new NewerProof(cells, driver, relay, servers.control()).all(),
            new TimeoutProof(language.name(), cells, driver).all(),
            new ExampleProof(language, cells).all(servers))
        .flatMap(all -> all);
  }

  /** The last of a language's tests. */
  private Stream<DynamicTest> seen(Language language, Cells cells) {
    return Stream.of(dynamicTest("stands in the table", () -> table.add(language, cells)));
  }

  private <T extends AutoCloseable> T open(T closeable) {
    opened.add(closeable);
    return closeable;
  }
}
