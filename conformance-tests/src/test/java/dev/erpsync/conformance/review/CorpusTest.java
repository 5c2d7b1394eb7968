package dev.erpsync.conformance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.conformance.review.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The review says of single changes of our contract what was judged by hand. */
class CorpusTest {
  @TestFactory
  Stream<DynamicTest> judgesAsWasJudgedByHand() {
    return Corpus.all().stream().map(entry -> dynamicTest(entry.name(), () -> judges(entry)));
  }

  @Test
  void holdsAtLeastAHundredChangesEachWithANameOfItsOwn() {
    assertThat(Corpus.all()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(Corpus.all()).extracting(Corpus.Entry::name).doesNotHaveDuplicates();
  }

  /** For {@code src/peers/review}: the contracts, and the name of each as a JSON text. */
  @Test
  @EnabledIfSystemProperty(named = "erpsync.writeCorpus", matches = ".+")
  void givesThePeersTheSameContracts() throws IOException {
    Path folder = Files.createDirectories(Path.of(System.getProperty("erpsync.writeCorpus")));
    Files.writeString(folder.resolve("base.json"), Corpus.CONTRACT.toString());
    List<Corpus.Entry> all = Corpus.all();
    for (int i = 0; i < all.size(); i++) {
      Path file = folder.resolve("%03d.json".formatted(i));
      Files.writeString(file, all.get(i).altered().toString());
      Files.writeString(
          folder.resolve("%03d.name".formatted(i)), TextNode.valueOf(all.get(i).name()).toString());
    }
    assertThat(folder).isNotEmptyDirectory();
  }

  private static void judges(Corpus.Entry entry) {
    assertThat(entry.changes()).as("something is found").isNotEmpty();
    assertThat(entry.found(Rule::users)).as("%s", entry.changes()).isEqualTo(entry.users());
    assertThat(entry.found(Rule::clients)).as("%s", entry.changes()).isEqualTo(entry.clients());
  }
}
