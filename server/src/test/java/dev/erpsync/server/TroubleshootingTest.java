package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.spec.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the README shows of refusals is what the server answers: see the tests that it names. */
class TroubleshootingTest {
  private static final Pattern SHOWN =
      Pattern.compile("^\\| `(\\d{3})` `([^`]+)` \\| .+ \\| .+ \\|$", Pattern.MULTILINE);

  @Test
  void everyAnswerInTheReadmeIsOneThatIsTested() throws IOException {
    assertThat(shown()).hasSizeGreaterThan(20).isSubsetOf(tested());
  }

  @Test
  void everyTestedStatusIsInTheReadme() throws IOException {
    assertThat(statuses(shown())).isEqualTo(statuses(tested()));
  }

  private static Set<String> shown() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    String section = readme.split("### Troubleshooting\n", 2)[1].split("\n## ", 2)[0];
    return SHOWN
        .matcher(section)
        .results()
        .map(match -> match.group(1) + " " + match.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** By {@link RefusalsTest} and {@link LimitsTest}. */
  private static Set<String> tested() {
    Set<String> answers =
        Refusal.all().stream()
            .map(refusal -> refusal.status() + " " + refusal.message())
            .collect(Collectors.toCollection(TreeSet::new));
    answers.add("408 " + LimitsTest.LATE_HEAD);
    answers.add("408 " + LimitsTest.LATE_BODY);
    return answers;
  }

  private static Set<String> statuses(Set<String> answers) {
    return answers.stream()
        .map(answer -> answer.substring(0, 3))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
