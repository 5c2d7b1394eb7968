package dev.erpsync.conformance.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command, from its options to its exit status. */
class ReviewCommandTest {
  private static final Path SPEC = SpecCopy.SPEC;

  @TempDir Path temp;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private SpecCopy copy;
  private Path head;

  @BeforeEach
  void copyTheContract() throws IOException {
    copy = SpecCopy.in(temp);
    head = copy.folder();
  }

  @Test
  void exitsWith0WhereNothingChanged() {
    assertThat(review()).isZero();
    assertThat(out.toString()).contains("**The contract is unchanged.**");
  }

  @Test
  void exitsWith0WhereNothingBreaks() throws IOException {
    edit("schemas/ErpConnection.yaml", "Name shown to users", "The name shown to users");
    assertThat(review()).isZero();
    assertThat(out.toString())
        .contains("**Nothing breaks: 0 breaking (0 approved), 0 risky, 1 compatible.**")
        .contains(
            "| `text-changed` | `schemas/ErpConnection/properties/DisplayName/description`<br>`%s/schemas/ErpConnection.yaml:%d` |"
                .formatted(head, line("schemas/ErpConnection.yaml", "The name shown to users")));
  }

  @Test
  void exitsWith1ForABreakThatNobodyApproved() throws IOException {
    breakTheKey();
    assertThat(review()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "**Breaks that nobody approved: 1 breaking (0 approved), 1 risky, 0 compatible.**")
        .contains(
            ("| `request-max-length-lowered` | `schemas/ConnectActorRequest/properties/ErpKey/maxLength`"
                    + "<br>`%s/schemas/ConnectActorRequest.yaml:%d` | `254` → `100`"
                    + " | ConnectActor request | users and clients |")
                .formatted(head, line("schemas/ConnectActorRequest.yaml", "maxLength: 100")));
  }

  @Test
  void exitsWith0WhenTheBreakIsApprovedInTheFileBesideTheContract() throws IOException {
    breakTheKey();
    approve(fingerprint(), "0.1.0");
    assertThat(review()).isZero();
    assertThat(out.toString())
        .contains("**Every break is approved: 1 breaking (1 approved), 1 risky, 0 compatible.**")
        .contains("by somebody for 0.1.0: No key is that long.");
  }

  @Test
  void suggestsTheApprovalThatTheReadmeShows() throws IOException {
    breakTheKey();
    String readme = Files.readString(Path.of("README.md"));
    review();
    String suggested = out.toString().split("```yaml\n", 2)[1].split("  reason", 2)[0];
    assertThat(suggested).startsWith("- fingerprint: " + fingerprint());
    assertThat(readme).contains(suggested);
  }

  @Test
  void readsApprovalsFromAnotherFile() throws IOException {
    breakTheKey();
    approve(fingerprint(), "0.1.0");
    Path elsewhere = temp.resolve("elsewhere.yaml");
    Files.move(head.resolve("approved-changes.yaml"), elsewhere);
    assertThat(review("--approvals", elsewhere.toString())).isZero();
  }

  @Test
  void keepsTheFingerprintWhateverElseChanges() throws IOException {
    breakTheKey();
    String before = fingerprint();
    edit(
        "schemas/ConnectActorRequest.yaml", "properties:", "properties:\n  More: { type: string }");
    edit("openapi.yaml", "title: ErpSync agent", "title: Another agent");
    edit("operations/ConnectActor.yaml", "operationId: ConnectActor", "operationId: Connect");
    assertThat(findings())
        .filteredOn(f -> f.path("rule").asText().equals("request-max-length-lowered"))
        .extracting(f -> f.path("fingerprint").asText())
        .containsExactly(before);
  }

  @Test
  void doesNotAcceptAnApprovalOfAnotherVersion() throws IOException {
    breakTheKey();
    approve(fingerprint(), "0.0.9");
    assertThat(review()).isEqualTo(1);
    assertThat(out.toString()).contains("Approvals that nothing needs:", "(line 1, for 0.0.9)");
  }

  @Test
  void failsForAnApprovalThatNothingNeedsOnlyWhenAsked() throws IOException {
    approve("0123456789abcdef", "0.1.0");
    assertThat(review()).isZero();
    assertThat(review("--strict-approvals")).isEqualTo(1);
  }

  @Test
  void failsForAVersionThatSaysNothingOfTheChangeOnlyWhenAsked() throws IOException {
    edit(
        "schemas/ConnectActorRequest.yaml", "properties:", "properties:\n  More: { type: string }");
    assertThat(review()).isZero();
    assertThat(out.toString()).contains("> The version: version-step-too-small at info/version");
    assertThat(review("--strict-version")).isEqualTo(1);
    edit("openapi.yaml", "version: 0.1.0", "version: 0.1.1");
    assertThat(review("--strict-version")).isZero();
  }

  @Test
  void namesFileAndLineOfTheChangedPlace() throws IOException {
    breakTheKey();
    assertThat(findings().get(0).path("file").asText())
        .isEqualTo(head + "/schemas/ConnectActorRequest.yaml");
    assertThat(findings().get(0).path("line").asInt())
        .isEqualTo(line("schemas/ConnectActorRequest.yaml", "maxLength: 100"));
  }

  @Test
  void namesTheFileOfAParameterAResponseAndASample() throws IOException {
    edit("parameters.yaml", "maxLength: 4000", "maxLength: 3000");
    edit("responses.yaml", "required: true", "required: false");
    edit("samples/BreakActorLink.yaml", "value: true", "value: false");
    assertThat(findings())
        .extracting(f -> f.path("file").asText().replace(head + "/", "") + ":" + f.path("line"))
        .contains(
            "parameters.yaml:" + line("parameters.yaml", "maxLength: 3000"),
            "responses.yaml:" + line("responses.yaml", "WWW-Authenticate"),
            "samples/BreakActorLink.yaml:" + line("samples/BreakActorLink.yaml", "value: false"));
  }

  @Test
  void countsARenamedPropertyAsOneBreakWithALinkToItsLine() throws IOException {
    edit("schemas/ErpConnection.yaml", "DisplayDescription:", "DisplayTooltip:");
    assertThat(review("--head-link", "https://github.com/a/b/blob/c/")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "**Breaks that nobody approved: 1 breaking (0 approved), 5 risky, 0 compatible.**")
        .contains(
            "| `response-property-renamed`<br>`request-property-renamed` | `schemas/ErpConnection/properties/DisplayTooltip`"
                + "<br>[`%s/schemas/ErpConnection.yaml:%d`](https://github.com/a/b/blob/c/"
                    .formatted(head, line("schemas/ErpConnection.yaml", "DisplayTooltip:")));
    assertThat(out.toString())
        .containsOnlyOnce("`schemas/ErpConnection/properties/DisplayTooltip`");
  }

  @Test
  void exitsWith2ForALinkThatMarkdownCannotHold() {
    for (String link : List.of("c", "ftp://a/", "https://a/b", "https://a/)/", "https://a/ b/")) {
      refuses(
          "--base-link must be an http or https address that ends with a slash",
          "--base",
          SPEC.toString(),
          "--head",
          head.toString(),
          "--base-link",
          link);
    }
  }

  @Test
  void writesIntoAFileAndPrintsTheVerdict() throws IOException {
    Path file = temp.resolve("out/review.html");
    assertThat(review("--format", "html", "--output", file.toString())).isZero();
    assertThat(out.toString()).isEqualTo("The contract is unchanged.\n");
    assertThat(Files.readString(file)).startsWith("<!DOCTYPE html>");
  }

  @Test
  void exitsWith2AndOneLineWhereAContractCannotBeRead() {
    refuses("no such file or folder", "--base", "nowhere", "--head", "nowhere");
    refuses("the folder holds no openapi.yaml", "--base", temp.toString(), "--head", "x");
    refuses("say git:REF or git:REF:PATH", "--base", "git:", "--head", "x");
    refuses("say git:REF or git:REF:PATH", "--base", "git:--output=x", "--head", "x");
    refuses("git:no-such-ref: fatal:", "--base", "git:no-such-ref", "--head", "x");
  }

  @Test
  void exitsWith2AndOneLineWhereAContractIsNone() throws IOException {
    refusesFile("[]", "it is no OpenAPI document");
    refusesFile("a: [", "it is no YAML");
    refusesFile("openapi: 3.1.0\npaths: {}", "it is OpenAPI 3.1.0; only 3.0 can be reviewed");
    refusesFile("openapi: 3.0.3", "it has no paths");
    refusesFile("openapi: 3.0.3\npaths: { /: { $ref: 'operations/gone.yaml' } }", "cannot read");
  }

  @Test
  void exitsWith2AndTheLineWhereApprovalsAreMalformed() throws IOException {
    String rest = "\n  reason: a\n  approver: b\n  version: c\n";
    refusesApprovals("a: b", "line 1: a list is expected");
    refusesApprovals("- a", "line 1: an entry is expected, with fingerprint, reason");
    refusesApprovals("\n- reason: a", "line 2: the entry has no fingerprint");
    refusesApprovals("- fingerprint: 1" + rest, "line 1: a fingerprint is 16 hexadecimal digits");
    String one = "- fingerprint: 0123456789abcdef" + rest;
    refusesApprovals(one + one, "line 5: 0123456789abcdef is approved twice");
    refusesApprovals(one + "  until: d", "line 5: 'until' is not known");
    refusesApprovals("- [", "line 1:");
  }

  private void refusesFile(String text, String reason) throws IOException {
    Path file = temp.resolve("one.yaml");
    Files.writeString(file, text);
    refuses(reason, "--base", file.toString(), "--head", file.toString());
  }

  private void refusesApprovals(String text, String reason) throws IOException {
    Path file = head.resolve("approved-changes.yaml");
    Files.writeString(file, text);
    refuses(reason, "--base", SPEC.toString(), "--head", head.toString());
  }

  private void refuses(String reason, String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    assertThat(execute(arguments)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains(reason).hasLineCount(1);
  }

  private int review(String... options) {
    out.getBuffer().setLength(0);
    return execute(
        Stream.concat(
                Stream.of("--base", SPEC.toString(), "--head", head.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private int execute(String... arguments) {
    return new CommandLine(new ReviewCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (e, unused) -> {
              e.getCommandLine().getErr().println(e.getMessage());
              return 2;
            })
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private List<JsonNode> findings() throws IOException {
    review("--format", "json");
    return new ObjectMapper().readTree(out.toString()).path("findings").valueStream().toList();
  }

  private String fingerprint() throws IOException {
    return findings().get(0).path("fingerprint").asText();
  }

  private void breakTheKey() throws IOException {
    edit("schemas/ConnectActorRequest.yaml", "maxLength: 254", "maxLength: 100");
  }

  private void approve(String fingerprint, String version) throws IOException {
    Files.writeString(
        head.resolve("approved-changes.yaml"),
        "- fingerprint: %s\n  reason: No key is that long.\n  approver: somebody\n  version: %s\n"
            .formatted(fingerprint, version));
  }

  private void edit(String file, String from, String to) throws IOException {
    copy.edit(file, from, to);
  }

  private int line(String file, String text) throws IOException {
    return copy.line(file, text);
  }
}
