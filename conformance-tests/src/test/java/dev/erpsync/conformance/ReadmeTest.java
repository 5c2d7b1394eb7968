package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.review.ReviewCommand;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README says of commands and samples is what programs and contract say. */
class ReadmeTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+|ERPSYNC_[A-Z_]+");

  @Test
  void namesEveryOptionOfTheServer() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = System.getProperty("erpsync.server.jar");
    Process help = new ProcessBuilder(java, "-jar", jar, "--help").start();
    String text = new String(help.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(options(text)).contains("--data", "ERPSYNC_DATA").allSatisfy(this::isInReadme);
  }

  @Test
  void namesEveryOptionOfTheKit() {
    String text = new CommandLine(new ReplayCommand()).getUsageMessage();
    assertThat(options(text)).contains("--base-url").allSatisfy(this::isInReadme);
  }

  @Test
  void namesEveryOptionOfTheReview() {
    String text = new CommandLine(new ReviewCommand()).getUsageMessage();
    assertThat(options(text)).contains("--java-api").allSatisfy(this::isInReadme);
  }

  @Test
  void showsADocumentedSample() throws IOException {
    String shown = readme().split("-d '", 2)[1].split("'\n", 2)[0];
    assertThat(Sample.all())
        .filteredOn(sample -> sample.name().equals("BreakActorLink-000"))
        .singleElement()
        .extracting(sample -> sample.request().body().orElseThrow())
        .isEqualTo(new ObjectMapper().readTree(shown));
  }

  @Test
  void showsWhatTheKitPrintsOfAServerThatConforms() {
    var comparison = new Comparison(Contract.erpSync());
    String lines =
        Sample.all().stream()
            .map(
                sample ->
                    "PASS  %s  (%s)\n"
                        .formatted(
                            ReplayCase.of(sample).name("server", Encoding.JSON),
                            comparison.depth(sample, true)))
            .collect(Collectors.joining());
    assertThat(readme())
        .contains(lines + "%d passed, 0 failed, 0 skipped\n".formatted(Sample.all().size()));
  }

  @Test
  void showsACaseAsItIsWritten() throws IOException {
    String shown = readme().split("```yaml\n", 2)[1].split("```", 2)[0];
    assertThat(Files.readString(Path.of("..", "spec", "cases", "links.yaml"))).contains(shown);
  }

  private void isInReadme(String option) {
    assertThat(readme()).containsPattern("`" + option + "[ `]");
  }

  private static List<String> options(String help) {
    return OPTION.matcher(help).results().map(MatchResult::group).distinct().toList();
  }

  private static String readme() {
    try {
      return Files.readString(Path.of("..", "README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
