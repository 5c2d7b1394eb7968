package dev.erpsync.conformance.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Source;
import dev.erpsync.conformance.report.Tally;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A journal counts without end, and keeps what is worth most. */
class JournalTest {
  private final Journal journal = new Journal(4, each -> !each.verdict().name().startsWith("o"));

  @Test
  void whatConformsMakesRoomForWhatDoesNot() {
    add("p1");
    add("f1");
    add("p2");
    add("p3");
    add("p4");
    add("f2");
    assertThat(names()).containsExactly("f1", "p2", "p3", "f2", "HTTP / more / all");
    assertThat(journal.tally()).isEqualTo(new Tally(4, 2, 0));
  }

  @Test
  void ofManyThatDoNotTheFirstAndTheLastStay() {
    IntStream.rangeClosed(1, 9).forEach(i -> add("f" + i));
    assertThat(names()).containsExactly("f1", "f2", "f8", "f9", "HTTP / more / all");
    assertThat(journal.kept().get(4).verdict())
        .isEqualTo(
            new Verdict.Skipped("HTTP / more / all", "5 more exchanges are counted, and not kept"));
    assertThat(journal.tally()).isEqualTo(new Tally(0, 9, 0));
  }

  @Test
  void whatIsNotWorthKeepingIsCounted() {
    add("o1");
    add("p1");
    assertThat(names()).containsExactly("p1", "HTTP / more / all");
    assertThat(journal.tally()).isEqualTo(new Tally(2, 0, 0));
  }

  private List<String> names() {
    return journal.kept().stream().map(each -> each.verdict().name()).toList();
  }

  private void add(String name) {
    Verdict verdict =
        name.startsWith("f")
            ? Verdict.of(name, Depth.STRUCTURE, List.of(new Difference("", "a", "b")))
            : new Verdict.Passed(name, Depth.STRUCTURE);
    var source = new Source("BreakActorLink", "", "", 0, "", "");
    journal.add(new Replayed(verdict, source, Duration.ZERO, List.of()));
  }
}
