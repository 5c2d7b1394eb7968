package dev.erpsync.conformance.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.erpsync.conformance.review.diff.Change;
import dev.erpsync.conformance.review.rule.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The review says of single changes of our contract what a person says. */
class CorpusTest {
  @TestFactory
  Stream<DynamicTest> judgesAsAPersonDoes() {
    return Corpus.all().stream().map(entry -> dynamicTest(entry.name(), () -> judges(entry)));
  }

  @Test
  void holdsAtLeastAHundredChangesEachWithANameOfItsOwn() {
    assertThat(Corpus.all()).hasSizeGreaterThanOrEqualTo(100);
    assertThat(Corpus.all()).extracting(Corpus.Entry::name).doesNotHaveDuplicates();
  }

  private static void judges(Corpus.Entry entry) {
    List<Change> changes = entry.changes();
    assertThat(changes).as("something is found").isNotEmpty();
    assertThat(entry.worst(changes, Rule::users)).as("users: %s", changes).isEqualTo(entry.users());
    assertThat(entry.worst(changes, Rule::clients))
        .as("clients: %s", changes)
        .isEqualTo(entry.clients());
  }
}
