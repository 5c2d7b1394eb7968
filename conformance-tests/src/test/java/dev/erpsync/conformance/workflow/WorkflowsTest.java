package dev.erpsync.conformance.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a pull request can reach through the workflows. */
class WorkflowsTest {
  private static final Path GITHUB = Path.of("..", ".github");
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(GITHUB.resolve("workflows"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void noJobThatRunsCodeOfAPullRequestCanWrite() throws IOException {
    Map<String, String> permissions = new TreeMap<>();
    for (Path file : workflows()) {
      JsonNode workflow = YAML.readTree(file.toFile());
      assertThat(workflow.path("permissions").toString()).as("of the workflow").isEqualTo("{}");
      workflow
          .path("jobs")
          .properties()
          .forEach(
              job ->
                  permissions.put(
                      file.getFileName() + " " + job.getKey(),
                      job.getValue().path("permissions").toString().replace('"', '\'')));
    }
    assertThat(permissions)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "review.yml review", "{'contents':'read'}",
                "tests.yml gate", "{'contents':'read'}",
                "review-comment.yml comment",
                    "{'actions':'read','contents':'read','pull-requests':'write'}"));
  }

  @Test
  void theJobThatWritesRunsOnlyTheDefaultBranch() throws IOException {
    JsonNode workflow = read("review-comment.yml");
    assertThat(workflow.path("on").fieldNames()).toIterable().containsExactly("workflow_run");
    assertThat(workflow.at("/on/workflow_run/workflows/0").asText())
        .isEqualTo(read("review.yml").path("name").asText());
    JsonNode steps = workflow.at("/jobs/comment/steps");
    assertThat(steps.at("/0/with").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("persist-credentials", "sparse-checkout");
    assertThat(steps.at("/1/run").asText()).isEqualTo(".ci/comment");
    assertThat(steps).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void everyActionIsACommitWithItsVersionAsAComment(Path file) throws IOException {
    assertThat(Files.readAllLines(file))
        .filteredOn(line -> line.matches("[-\\s]*uses:.*"))
        .isNotEmpty()
        .allMatch(line -> line.matches("\\s*- uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void noCheckoutKeepsItsTokenForLaterSteps(Path file) throws IOException {
    assertThat(steps(file))
        .filteredOn(step -> step.path("uses").asText().startsWith("actions/checkout@"))
        .isNotEmpty()
        .allMatch(step -> step.at("/with/persist-credentials").toString().equals("false"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void noScriptContainsAValueOfTheEvent(Path file) throws IOException {
    assertThat(steps(file)).noneMatch(step -> step.path("run").asText().contains("${{"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aNewerRunReplacesAnOlderOneAndRunsOnlyForItsFiles(Path file) throws IOException {
    JsonNode workflow = YAML.readTree(file.toFile());
    assertThat(workflow.at("/concurrency/group").asText()).contains("${{");
    workflow
        .path("on")
        .properties()
        .forEach(
            on -> {
              boolean filtered = on.getValue().has("paths") || on.getValue().has("paths-ignore");
              // GitHub has no paths for workflow_run; it follows those of the first workflow.
              assertThat(filtered).as(on.getKey()).isEqualTo(!on.getKey().equals("workflow_run"));
            });
  }

  @Test
  void aMissingReviewIsNoSecondFailure() throws IOException {
    JsonNode steps = read("review.yml").at("/jobs/review/steps");
    assertThat(steps.valueStream().skip(3).map(step -> step.path("if").asText()))
        .hasSize(2)
        .allMatch(condition -> condition.equals("${{ !cancelled() }}"));
    assertThat(steps.at("/3/run").asText()).startsWith("if [ -f target/review/review.md ]; then");
    assertThat(steps.at("/4/with/if-no-files-found").asText()).isEqualTo("ignore");
  }

  @Test
  void theTemplateOfOwnersNamesApprovalsAndWhatReviewsThem() throws IOException {
    assertThat(Files.readAllLines(GITHUB.resolve("CODEOWNERS")))
        .filteredOn(line -> line.endsWith(" @OWNER"))
        .extracting(line -> line.split(" ", 3)[1])
        .containsExactly("/spec/approved-changes.yaml", "/.ci/", "/.github/");
    assertThat(Path.of("..", "spec", "approved-changes.yaml")).exists();
  }

  private static JsonNode read(String name) throws IOException {
    return YAML.readTree(GITHUB.resolve("workflows").resolve(name).toFile());
  }

  private static List<JsonNode> steps(Path file) throws IOException {
    return YAML.readTree(file.toFile())
        .path("jobs")
        .valueStream()
        .flatMap(job -> job.path("steps").valueStream())
        .toList();
  }
}
