package dev.erpsync.conformance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.review.output.Format;
import dev.erpsync.conformance.review.source.Source;
import dev.erpsync.conformance.review.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the documents say of the review is what it does. */
class ReviewDocumentTest {
  private static final Path DOCUMENT = Path.of("REVIEW.md");
  private static final Path PULL_REQUESTS = Path.of("review");

  @TempDir Path temp;

  @Test
  void namesEveryRuleAndHowThePeersJudge() throws IOException {
    isCurrent(DOCUMENT, new ReviewDocument().write());
  }

  @Test
  void isNamedInTheReadmeWithTheSizeOfTheCorpus() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains("with %d changes of our contract".formatted(Corpus.all().size()));
  }

  @TestFactory
  Stream<DynamicTest> showsThreePullRequestsAsTheyAreReviewed() {
    return Trees.resource("pull-requests.yaml").properties().stream()
        .map(pull -> dynamicTest(pull.getKey(), () -> shows(pull.getKey(), pull.getValue())));
  }

  private void shows(String name, JsonNode edits) throws Exception {
    SpecCopy copy = SpecCopy.in(Files.createDirectory(temp.resolve(name)));
    for (JsonNode edit : edits) {
      copy.edit(edit.path("file").asText(), edit.path("from").asText(), edit.path("to").asText());
    }
    Source base = named("git:main", SpecCopy.SPEC);
    Source head = named("spec", copy.folder());
    String text =
        Format.MARKDOWN
            .text(Reviewer.review(base, head, List.of(), Optional.empty()))
            .replace(copy.folder() + "/", "spec/")
            .replace(SpecCopy.SPEC.toAbsolutePath().normalize() + "/", "spec/");
    isCurrent(PULL_REQUESTS.resolve(name + ".md"), text);
  }

  private static Source named(String label, Path folder) throws Exception {
    Source source = SourceReader.read(folder.toString());
    return new Source(label, source.contract(), source.approvals(), source.lines());
  }

  private static void isCurrent(Path file, String written) throws IOException {
    if (Boolean.getBoolean("erpsync.writeReview")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, written);
    }
    assertThat(Files.readString(file)).isEqualTo(written);
  }
}
