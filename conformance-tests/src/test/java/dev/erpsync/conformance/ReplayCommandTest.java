package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command, against a server that says {@code true} to everything, has nothing and no control.
 */
class ReplayCommandTest {
  /** Samples that are answered true or false, and those that are not. */
  private static final long BOOLEAN =
      Sample.all().stream()
          .filter(sample -> sample.response().body().filter(JsonNode::isBoolean).isPresent())
          .count();

  private static final long OTHERS = Sample.all().size() - BOOLEAN;

  private static final byte[] NOTHING = "[]".getBytes(StandardCharsets.UTF_8);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.UTF_8);

  private final List<String> authorizations = Collections.synchronizedList(new ArrayList<>());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private HttpServer server;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::sayTrue);
    server.start();
  }

  private void sayTrue(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    // What the kit itself reads, in all languages: the ids of what the server has.
    boolean isList =
        "*".equals(exchange.getRequestHeaders().getFirst("SO-Language"))
            && exchange.getRequestURI().getPath().contains("/GetAll");
    byte[] body = isList ? NOTHING : TRUE;
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void countsWhatConformsAndWhatDoesNotAndEndsWithOne() {
    assertThat(replay()).isEqualTo(1);
    assertThat(out.toString())
        .startsWith(
            "The server has no emulator control, and SaveErpSyncConnectorEntity answers no"
                + " ErpConnectorId: answers are compared by structure only.\n")
        .contains("PASS  BreakActorLink / 000 / server / json  (structure)\n")
        .contains("FAIL  ConnectActor / 000 / server / json  (structure)\n")
        .contains("FAIL  SaveConnection / 000 / server / json  (structure)\n")
        .endsWith("\n%d passed, %d failed, 0 skipped\n".formatted(BOOLEAN, OTHERS));
  }

  @Test
  void endsWithZeroWhenAllConform() throws IOException {
    page("true");
    assertThat(replay("--pages", folder.toString())).isZero();
    assertThat(out.toString()).endsWith("1 passed, 0 failed, 0 skipped\n");
  }

  @Test
  @Tag("D20")
  void skipsAPlaceholderAndSaysWhy() throws IOException {
    page("true");
    Files.writeString(
        folder.resolve("placeholder.md"),
        exchange("SaveConnection", "{\"Connection\": null}", "{\"ErpConnectionId\": 1}"));
    assertThat(replay("--pages", folder.toString())).isZero();
    assertThat(out.toString())
        .contains("SKIP  SaveConnection / 000 / server / json  the request is a placeholder")
        .endsWith("1 passed, 0 failed, 1 skipped\n");
  }

  @Test
  void namesAPageThatCannotBeUsed() throws IOException {
    page("true");
    Files.writeString(folder.resolve("empty.md"), "# POST Agents/ErpSync/BreakActorLink\n");
    assertThat(replay("--pages", folder.toString())).isZero();
    assertThat(out.toString()).contains("PAGE  ").contains("empty.md:");
  }

  @Test
  void sendsTheDocumentedCredentialsOrThoseItIsGiven() {
    replay();
    assertThat(authorizations).containsOnly("Basic dGplMDpUamUw");
    authorizations.clear();
    replay("--user", "me:my:secret");
    assertThat(authorizations).containsOnly("Basic bWU6bXk6c2VjcmV0");
    assertThat(out.toString() + err).doesNotContain("secret");
  }

  @Test
  @Tag("D23")
  void sendsCredentialsOfOtherSchemesAndTellsNoneOfThem() throws IOException {
    Path report = folder.resolve("report");
    replay(
        "--cases",
        "--behind-proxy",
        "--ticket",
        "7T:neverTold",
        "--token",
        "8A:neverTold",
        "--session",
        "neverTold1",
        "--xsrf",
        "neverTold2",
        "--app-token",
        "neverTold3",
        "--other-app-token",
        "neverTold4",
        "--limited-user",
        "you:neverTold",
        "--report",
        report.toString());
    assertThat(authorizations)
        .contains("SoTicket 7T:neverTold", "Bearer 8A:neverTold", "Basic eW91Om5ldmVyVG9sZA==");
    assertThat(out.toString() + err + Files.readString(report.resolve("replay.json")))
        .contains("BreakActorLink / ticket / server / json")
        .doesNotContain("neverTold");
  }

  @Test
  void skipsCasesForWhichSomethingIsMissingAndSaysWhat() {
    replay("--cases", "--behind-proxy");
    assertThat(out.toString())
        .contains("SKIP  BreakActorLink / ticket / server / json  --ticket is not given\n")
        .contains("SKIP  BreakActorLink / guessing / server / json  --throttling is not given\n")
        .contains("SKIP  CreateActorLink / create-free / server / json  the state is not known\n");
  }

  @Test
  void leavesOutWhatHttpItselfRefusesBehindAProxy() {
    replay("--cases", "--behind-proxy");
    assertThat(out.toString())
        .contains("BreakActorLink / nobody / server / json")
        .doesNotContain("HTTP / ");
    replay("--cases");
    assertThat(out.toString()).contains("HTTP / a request line of one word / server / json");
  }

  @Test
  void playsScenariosOnlyWhereSomethingIsThereToPlayThemOn() throws IOException {
    replay("--scenarios");
    assertThat(out.toString())
        .contains(
            "SKIP  Scenario / A broken link can be made again / server / json  the state is not known, and --connector is not given\n")
        .contains(
            "becomes a link when the other one is broken / server / json  the state is not known\n");
    out.getBuffer().setLength(0);
    Path report = folder.resolve("report");
    assertThat(replay("--scenarios", "--connector", "7", "--report", report.toString()))
        .isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "FAIL  Scenario / A broken link can be made again / server / json  (every step, without a look at the state)\n      first 1, SaveConnection: ");
    assertThat(Files.readString(report.resolve("replay.json")))
        .contains(
            "\"operation\" : \"Scenario\"", "\\\"ErpConnectorId\\\" : 7", "step 5, BreakActorLink");
    assertThat(Files.readString(report.resolve("replay.html"))).contains("spec/scenarios");
  }

  @Test
  void playsScenariosOfAFile() throws IOException {
    Path mine = folder.resolve("mine.yaml");
    Files.writeString(
        mine,
        """
        Breaking always works:
          because: This server says so.
          steps:
            - { call: BreakActorLink, expect: { value: true } }
        """);
    page("true");
    assertThat(
            replay("--pages", folder.toString(), "--scenario", mine.toString(), "--connector", "1"))
        .isZero();
    assertThat(out.toString())
        .contains("PASS  Scenario / Breaking always works / server / json  (every step")
        .endsWith("2 passed, 0 failed, 0 skipped\n");
    Files.writeString(mine, "Mine:\n  steps: []\n");
    assertWrongUse(
        mine + ":1: /Mine, because is missing (and 1 more)",
        "replay",
        "--base-url",
        url(),
        "--scenario",
        mine.toString());
  }

  @Test
  void waitsForAServerThatDoesNotAnswerYet() throws Exception {
    int port = server.getAddress().getPort();
    server.stop(0);
    page("true");
    var running =
        CompletableFuture.supplyAsync(() -> replay("--pages", folder.toString(), "--wait", "60"));
    HttpServer late =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    try {
      late.createContext("/", this::sayTrue);
      late.start();
      assertThat(running.get(60, TimeUnit.SECONDS)).isZero();
    } finally {
      late.stop(0);
    }
  }

  @Test
  void sumsUpTheMatrixBeforeTheLastLine() throws IOException {
    Path report = folder.resolve("report");
    assertThat(replay("--matrix", "--report", report.toString())).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("\noperation +outcome +json  text/json  merge-patch")
        .containsPattern(
            "\nBreakActorLink +000 +1/6   1/6        1/6          1/6  1/6       1/6   1/6 +-\n")
        .containsPattern(
            "\n\\d+ cells tried, \\d+ green\n\\d+ passed, \\d+ failed, \\d+ skipped\n$");
    assertThat(Files.readString(report.resolve("replay.json")))
        .contains("\"accepted\" : \"text/xml\"", "\"tried\" : ", "\"green\" : ");
  }

  @Test
  void writesAReportForMachines() throws IOException {
    Path report = folder.resolve("a/b");
    replay("--report", report.toString());
    assertThat(Files.readString(report.resolve("replay.json")))
        .contains(
            "\"passed\" : " + BOOLEAN, "\"failed\" : " + OTHERS, "\"compared\" : \"structure\"");
  }

  @Test
  void saysInOneLineWhatIsWrongWithItsUse() throws IOException {
    assertWrongUse("Missing required option: '--base-url=URL'", "replay");
    assertWrongUse("say what to do", new String[0]);
    assertWrongUse("--base-url must begin with http", "replay", "--base-url", "ftp://x");
    assertWrongUse("Invalid value for option '--base-url'", "replay", "--base-url", "http://[");
    assertWrongUse("--user must be NAME:PASSWORD", "replay", "--base-url", url(), "--user", "me");
    assertWrongUse("--limited-user must be", "replay", "--base-url", url(), "--limited-user", "me");
    assertWrongUse("--connector must be an", "replay", "--base-url", url(), "--connector", "0");
    assertWrongUse("--wait must be between", "replay", "--base-url", url(), "--wait", "-1");
    assertWrongUse(
        "--session and --xsrf need each other", "replay", "--base-url", url(), "--xsrf", "x");
    assertWrongUse(
        "Invalid value for option '--encoding'",
        "replay",
        "--base-url",
        url(),
        "--encoding",
        "yaml");
    Path none = folder.resolve("none");
    assertWrongUse("", "replay", "--base-url", url(), "--pages", none.toString());
    assertThat(err.toString()).contains(none.toString());
    Files.writeString(folder.resolve("text.md"), "nothing here\n");
    assertWrongUse(
        "the pages hold no exchange", "replay", "--base-url", url(), "--pages", folder.toString());
  }

  @Test
  void endsWithTwoWhenNothingCouldBeConfirmed() throws IOException {
    Files.writeString(
        folder.resolve("placeholder.md"),
        exchange("SaveConnection", "{\"Connection\": null}", "{\"ErpConnectionId\": 1}"));
    assertThat(replay("--pages", folder.toString())).isEqualTo(2);
    assertThat(out.toString()).endsWith("0 passed, 0 failed, 1 skipped\n");
    assertThat(err.toString()).contains("nothing could be confirmed");
  }

  @Test
  void countsPagesThatCouldNotBeUsed() throws IOException {
    page("true");
    Files.writeString(folder.resolve("empty.md"), "# POST Agents/ErpSync/BreakActorLink\n");
    replay("--pages", folder.toString());
    assertThat(out.toString())
        .endsWith("1 pages or parts of pages could not be used\n1 passed, 0 failed, 0 skipped\n");
  }

  @Test
  void saysBeforeTheRunThatAReportCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertWrongUse(
        "cannot write the report to " + file,
        "replay",
        "--base-url",
        url(),
        "--report",
        file.toString());
    assertThat(authorizations).isEmpty();
  }

  @Test
  void saysThatNobodyIsThere() {
    server.stop(0);
    assertWrongUse(url() + " does not answer", "replay", "--base-url", url());
  }

  private void assertWrongUse(String reason, String... args) {
    err.getBuffer().setLength(0);
    assertThat(run(args)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("erpsync-conformance: " + reason)
        .containsOnlyOnce(System.lineSeparator());
  }

  private int replay(String... more) {
    List<String> args = new ArrayList<>(List.of("replay", "--base-url", url()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  private int run(String... args) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void page(String answer) throws IOException {
    Files.writeString(
        folder.resolve("page.md"),
        exchange(
            "BreakActorLink",
            "{\"ErpConnectionId\": 1, \"CrmRecordId\": 2, \"CrmActorType\": \"Contact\"}",
            answer));
  }

  private static String exchange(String operation, String request, String answer) {
    return """
        ```http!
        POST /api/v1/Agents/ErpSync/%s
        Authorization: Basic dGplMDpUamUw
        Content-Type: application/json; charset=utf-8

        %s
        ```
        ```http_
        HTTP/1.1 200 OK
        Content-Type: application/json; charset=utf-8

        %s
        ```
        """
        .formatted(operation, request, answer);
  }
}
