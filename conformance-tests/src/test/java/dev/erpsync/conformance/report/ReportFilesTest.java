package dev.erpsync.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.http.Exchange;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.pages.UnusablePage;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The files of a report, of a run in which one exchange failed as badly as it can. */
class ReportFilesTest {
  private static final String EVIL = "<script>alert('x')</script>\u0000\u001b[31m]]>";

  @TempDir Path folder;

  static List<ReportFile> files() {
    return ReportFile.ALL;
  }

  @ParameterizedTest
  @MethodSource("files")
  void holdWhatWasSentWhatCameBackAndWhatWasExpected(ReportFile file) {
    assertThat(file.text(results()))
        .contains("BreakActorLink / 000 / server / json", "POST /api/v1/break", "not an integer")
        .contains("SaveConnection / 000 / server / json", "there is no ticket");
  }

  @Test
  void areWrittenTogetherOverOlderOnes() throws Exception {
    Path made = folder.resolve("a/b");
    Files.createDirectories(made);
    Files.writeString(made.resolve("replay.xml"), "old");
    ReportFile.writeAll(made, results());
    try (var files = Files.list(made)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("replay.html", "replay.json", "replay.xml");
    }
    assertThat(made.resolve("replay.xml")).content().startsWith("<?xml");
  }

  @Test
  void thePageRunsNothingThatATargetSaid() {
    String page = new HtmlReport().text(results());
    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
        .doesNotContain("<script>alert");
    assertThat(page.split("<script", -1)).as("the page's own script").hasSize(2);
    assertThat(page).doesNotContain("src=", "href=", "http-equiv", "@import");
  }

  @Test
  void thePageShowsTheWayFromPageToTargetAndTheMatrix() {
    assertThat(new HtmlReport().text(results()))
        .contains(
            "<td>BreakActorLink</td><td>v1ErpSyncAgent_BreakActorLink</td>"
                + "<td><code>spec/operations/BreakActorLink.yaml</code></td><td>server</td>")
        .contains("2 cells tried, 1 green", "<td class=\"n some\">1/2</td>")
        .contains("<code>pages/a.md:7</code> no exchange");
  }

  @Test
  void buildServersReadASuiteAnOperation() throws Exception {
    Element root = parsed(new JUnitReport().text(results())).getDocumentElement();
    Element suite = (Element) root.getElementsByTagName("testsuite").item(0);
    assertThat(suite.getAttribute("name")).isEqualTo("BreakActorLink");
    assertThat(suite.getAttribute("tests")).isEqualTo("1");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("time")).isEqualTo("1.250");
    Element failure = (Element) root.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("message"))
        .isEqualTo("/ErpConnectionId: expected an integer, found not an integer");
    assertThat(failure.getTextContent()).contains("because of D9", "alert('x')");
    assertThat(root.getElementsByTagName("skipped").getLength()).isEqualTo(1);
  }

  @Test
  void machinesReadEverything() throws Exception {
    JsonNode report = new ObjectMapper().readTree(new JsonReport().text(results()));
    assertThat(report.path("failed").asInt()).isEqualTo(1);
    JsonNode first = report.at("/exchanges/0");
    assertThat(first.at("/differences/0/where").asText()).isEqualTo("/ErpConnectionId");
    assertThat(first.at("/exchanges/0/received").asText())
        .isEqualTo("500\nContent-Type: text/html\n\n" + EVIL);
    assertThat(first.path("milliseconds").asInt()).isEqualTo(1250);
  }

  @Test
  void longAnswersAreCut() {
    var exchange =
        new Exchange(
            new Request("GET", "/long", "", Map.of(), Optional.empty()),
            Optional.of(new Response(200, Map.of(), "x".repeat(50_000))),
            "");
    assertThat(Trace.of(exchange).received()).hasSizeLessThan(21_000).endsWith("more characters");
  }

  private static Document parsed(String xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
  }

  private static Results results() {
    var exchange =
        new Exchange(
            new Request("POST", "/api/v1/break", "", Map.of("Accept", "x/y"), Optional.empty()),
            Optional.of(new Response(500, Optional.of("text/html"), EVIL)),
            "");
    var failed =
        new Verdict.Failed(
            "BreakActorLink / 000 / server / json",
            Depth.EXACT,
            List.of(new Difference("/ErpConnectionId", "an integer", "not an integer")));
    var skipped = new Verdict.Skipped("SaveConnection / 000 / server / json", "there is no ticket");
    return new Results(
        URI.create("http://127.0.0.1:1"),
        "",
        List.of(
            new Replayed(
                failed,
                source("BreakActorLink"),
                Duration.ofMillis(1250),
                List.of(Trace.of(exchange))),
            new Replayed(skipped, source("SaveConnection"), Duration.ZERO, List.of())),
        List.of(
            new Row(
                "BreakActorLink",
                "000",
                List.of(
                    new Cell("text/json", "text/xml", new Verdict.Passed("a", Depth.EXACT)),
                    new Cell("text/json", "text/json", failed)))),
        List.of(new UnusablePage(Path.of("pages/a.md"), 7, "no exchange")));
  }

  private static Source source(String operation) {
    return new Source(operation, "v1ErpSyncAgent_" + operation, "", 0, "because of D9", "200");
  }
}
