package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.drift.DriftCommand;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.review.ReviewCommand;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the READMEs say of commands and samples is what programs and contract say. */
class ReadmeTest {
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+|ERPSYNC_[A-Z_]+");

  @TempDir Path folder;

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
    String proxy = new CommandLine(new ProxyCommand()).getUsageMessage();
    assertThat(options(proxy)).contains("--target").allSatisfy(this::isInReadme);
    String stub = new CommandLine(new StubCommand()).getUsageMessage();
    assertThat(options(stub)).contains("--all").allSatisfy(this::isInReadme);
  }

  @Test
  void showsWhatTheStubPrintsWhenOneSampleWasCalled() {
    assertThat(readme()).contains(StubCommandTest.ONE_CALLED);
  }

  @Test
  void namesEveryOperation() {
    assertThat(Contract.erpSync().operations())
        .allSatisfy(each -> assertThat(readme()).contains("| " + each.id() + " |"));
    assertThat(readme())
        .contains(
            "It covers %d of the agent's 49".formatted(Contract.erpSync().operations().size()));
  }

  @Test
  void namesEveryOptionOfTheReview() {
    String text = new CommandLine(new ReviewCommand()).getUsageMessage();
    assertThat(options(text)).contains("--java-api").allSatisfy(this::isInReadme);
  }

  @Test
  void namesEveryOptionOfTheDrift() {
    String text = new CommandLine(new DriftCommand()).getUsageMessage();
    assertThat(options(text)).contains("--vendor").allSatisfy(this::isInReadme);
  }

  @Test
  void showsADepartureAsItIsWritten() throws IOException {
    assertThat(Files.readString(Path.of("..", "spec", "departures.yaml")))
        .contains(block("yaml", "- decision: "));
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

  @Test
  void showsAScenarioAsItIsWritten() throws IOException {
    assertThat(Files.readString(Path.of("..", "spec", "scenarios", "links.yaml")))
        .contains(block("yaml", "The same link is created twice"));
  }

  @Test
  void showsTestsOfJUnitThatCompile() throws IOException {
    String shown = block("java", "ErpSyncConformance.at");
    Path source = folder.resolve("ErpSyncConformanceTest.java");
    Files.writeString(
        source,
        """
        import dev.erpsync.conformance.junit.ErpSyncConformance;
        import java.net.URI;
        import java.util.stream.Stream;
        import org.junit.jupiter.api.*;
        """
            + shown);
    var errors = new ByteArrayOutputStream();
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                errors,
                errors,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(status).as(errors.toString(StandardCharsets.UTF_8)).isZero();
  }

  /** The plain steps as they are, with this build's server and kit. */
  @Test
  void showsStepsForABuildThatWork() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    int port = freePort();
    var steps =
        new ProcessBuilder("sh", "-e", "-c", block("sh", "$KIT replay"))
            .directory(folder.toFile())
            .redirectErrorStream(true);
    steps.environment().keySet().removeIf(name -> name.startsWith("ERPSYNC_"));
    steps
        .environment()
        .putAll(
            Map.of(
                "SERVER",
                "%s -jar %s --port %d --data %s"
                    .formatted(
                        java,
                        Path.of(System.getProperty("erpsync.server.jar")).toAbsolutePath(),
                        port,
                        folder.resolve("data")),
                "KIT",
                "%s -cp %s %s"
                    .formatted(java, System.getProperty("java.class.path"), Main.class.getName()),
                "URL",
                "http://127.0.0.1:" + port));
    Process running = steps.start();
    String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).as(said).isZero();
    assertThat(said).containsPattern("\\d+ passed, 0 failed, \\d+ skipped");
    assertThat(Files.readString(folder.resolve("report/replay.xml"))).contains("<testsuite ");
  }

  @Test
  void showsTheSameStepsInAWorkflow() {
    String steps = block("sh", "$KIT replay");
    assertThat(block("yaml", "actions/").replaceAll("(?m)^ +", "")).contains(steps);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The block in this language that holds a text. */
  private static String block(String language, String text) {
    return Pattern.compile("(?ms)^```" + language + "\n(.*?)^```")
        .matcher(readme())
        .results()
        .map(match -> match.group(1))
        .filter(block -> block.contains(text))
        .findFirst()
        .orElseThrow();
  }

  private void isInReadme(String option) {
    assertThat(readme()).containsPattern("`" + option + "[ `]");
  }

  private static List<String> options(String help) {
    return OPTION.matcher(help).results().map(MatchResult::group).distinct().toList();
  }

  /** The project's, the kit's and the store's, as one. */
  private static String readme() {
    try {
      return Files.readString(Path.of("..", "README.md"))
          + Files.readString(Path.of("README.md"))
          + Files.readString(Path.of("..", "server", "README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
