package dev.erpsync.conformance.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.review.rule.RuleTable;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, from its options to its exit status. */
class DriftCommandTest {
  private static final String TYPE_CHANGED =
      "response-type-changed at Find 200 /*/Size (string -> integer)";

  @TempDir Path temp;
  private DriftRun run;

  @BeforeEach
  void writeDescriptionsWithoutADifference() throws IOException {
    run = new DriftRun(temp);
  }

  @Test
  void swaggerAndOpenApiThatMeanTheSameHaveNoDifference() {
    assertThat(run.drift()).isZero();
    assertThat(run.out())
        .isEqualTo(
            """
            vendor: Shop API v1, 2 operations (vendor.yaml)
            ours:   Shop 0.1.0, 2 operations (%s)
            0 explained, 0 unexplained, 0 stale
            """
                .formatted(temp.resolve("ours.yaml")));
  }

  @Test
  void reportsOperationsThatOnlyOneSideHas() throws IOException {
    run.editVendor("/v1/Shop/Drop:", "/v1/Shop/Lift:");
    run.editVendor("v1ShopAgent_Drop", "v1ShopAgent_Lift");
    assertThat(run.drift()).isEqualTo(1);
    assertThat(run.failures())
        .containsExactly(
            "operation-removed at Lift (Lift (POST /tenant/api/v1/Shop/Lift) -> nothing)",
            "operation-added at Drop (nothing -> Drop (POST /api/v1/Shop/Drop))");
  }

  @Test
  void readsOpenApiAsTheVendorsDescription() throws IOException {
    run.write("vendor.yaml", Descriptions.OURS.replace("enum: [Pen, Book]", "enum: [Pen]"));
    assertThat(run.drift()).isEqualTo(1);
    assertThat(run.failures())
        .containsExactly("response-enum-value-added at Find 200 /*/Kind (nothing -> Book)");
  }

  @Test
  void comparesSchemasThatHoldThemselvesByAllOf() throws IOException {
    String parent = "Parent: { $ref: \"#/components/schemas/Thing\" }";
    String nullable =
        "Parent: { nullable: true, allOf: [ { $ref: '#/components/schemas/Thing' } ] }";
    run.write("ours.yaml", Descriptions.OURS.replace(parent, nullable));
    assertThat(run.drift()).isEqualTo(1);
    assertThat(run.failures())
        .containsExactly("response-became-nullable at Find 200 /*/Parent (nothing -> true)");
  }

  @Test
  void readsJsonWithTabs() throws IOException {
    run.write(
        "vendor.yaml",
        "{\n\t\"swagger\": \"2.0\",\n\t\"info\": { \"title\": \"a\", \"version\": \"1\" },\n\t\"paths\": {}\n}");
    assertThat(run.drift()).isEqualTo(1);
    assertThat(run.sum()).isEqualTo("0 explained, 2 unexplained, 0 stale");
  }

  @Test
  void readsADescriptionWithoutMediaTypesAsJson() throws IOException {
    run.editVendor("      consumes: [application/json]\n      produces: [application/json]\n", "");
    run.editVendor("Size: { type: integer, format: int32 }", "Size: { type: string }");
    assertThat(run.drift()).isEqualTo(1);
    assertThat(run.failures()).containsExactly(TYPE_CHANGED);
  }

  @Test
  void passesWhenADecisionExplainsTheDifference() throws IOException {
    run.editVendor("Size: { type: integer, format: int32 }", "Size: { type: string }");
    run.explain("D2", TYPE_CHANGED);
    assertThat(run.drift()).isZero();
    assertThat(run.out())
        .contains("PASS  D2      1  A reason.\n")
        .endsWith("1 explained, 0 unexplained, 0 stale\n");
  }

  @Test
  void explainsManyDifferencesByAPattern() throws IOException {
    run.editVendor("Size: { type: integer, format: int32 }", "Size: { type: string }");
    run.editVendor("Text: { type: string }", "Text: { type: integer }");
    run.editVendor("enum: [Book, Pen]", "enum: [Book]");
    run.explain("D2", "\"*-type-changed at Find * (* -> *)\"");
    assertThat(run.drift()).isEqualTo(1);
    assertThat(run.failures())
        .containsExactly("response-enum-value-added at Find 200 /*/Kind (nothing -> Pen)");
    assertThat(run.sum()).isEqualTo("2 explained, 1 unexplained, 0 stale");
  }

  @Test
  void doesNotExplainAnotherValueAtTheSamePlace() throws IOException {
    run.editVendor("Size: { type: integer, format: int32 }", "Size: { type: boolean }");
    run.explain("D2", TYPE_CHANGED);
    assertThat(run.drift()).isEqualTo(1);
    assertThat(run.failures())
        .containsExactly(
            "response-type-changed at Find 200 /*/Size (boolean -> integer)",
            "stale explanation of D2, line 4: " + TYPE_CHANGED);
  }

  @Test
  void reportsAnExplanationThatMatchesNothing() throws IOException {
    run.explain("D2", TYPE_CHANGED);
    assertThat(run.drift()).isEqualTo(1);
    assertThat(run.failures()).containsExactly("stale explanation of D2, line 4: " + TYPE_CHANGED);
    assertThat(run.sum()).isEqualTo("0 explained, 0 unexplained, 1 stale");
  }

  @Test
  void printsMarkdownWithTheEntryToAdd() throws IOException {
    run.editVendor("Size: { type: integer, format: int32 }", "Size: { type: string }");
    assertThat(run.drift("--format", "markdown")).isEqualTo(1);
    assertThat(run.out())
        .startsWith("## Drift\n\n**0 explained, 1 unexplained, 0 stale**\n")
        .contains(
            "| `response-type-changed` | `Find 200 /*/Size` | `string` | `integer` |",
            "- decision: D\n  reason: \"\"\n  differences:\n    - '" + TYPE_CHANGED + "'\n");
  }

  @Test
  void printsMarkdownOfWhatIsExplainedAndStale() throws IOException {
    run.editVendor("Size: { type: integer, format: int32 }", "Size: { type: string }");
    run.explain("D2", TYPE_CHANGED, "operation-removed at Gone (* -> nothing)");
    assertThat(run.drift("--format", "markdown")).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "| D2 | 1 | A reason. |", "- D2, line 5: operation-removed at Gone (\\* -> nothing)")
        .doesNotContain("Unexplained");
  }

  @Test
  void printsJsonWithEveryDifference() throws IOException {
    run.editVendor("Size: { type: integer, format: int32 }", "Size: { type: string }");
    run.editVendor("enum: [Book, Pen]", "enum: [Book]");
    run.explain("D2", TYPE_CHANGED, "operation-removed at Gone (* -> nothing)");
    assertThat(run.drift("--format", "json")).isEqualTo(1);
    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/vendor/operations").asInt()).isEqualTo(2);
    assertThat(json.at("/explained/0/decision").asText()).isEqualTo("D2");
    assertThat(json.at("/explained/0/differences/0/place").asText()).isEqualTo("Find 200 /*/Size");
    assertThat(json.at("/unexplained/0").toString())
        .isEqualTo(
            "{\"rule\":\"response-enum-value-added\",\"place\":\"Find 200 /*/Kind\","
                + "\"vendor\":\"\",\"ours\":\"Pen\"}");
    assertThat(json.at("/stale/0/line").asInt()).isEqualTo(5);
    assertThat(json.path("sum").asText()).isEqualTo("1 explained, 1 unexplained, 1 stale");
  }

  @Test
  void writesIntoAFileAndPrintsTheSum() throws IOException {
    Path file = temp.resolve("out/drift.md");
    assertThat(run.drift("--format", "markdown", "--output", file.toString())).isZero();
    assertThat(run.out()).isEqualTo("0 explained, 0 unexplained, 0 stale\n");
    assertThat(Files.readString(file)).startsWith("## Drift");
  }

  /** Without options the contract and the departures are those of the kit. */
  @Test
  void comparesWithTheContractOfTheKit() throws IOException {
    run.write("vendor.yaml", Contract.erpSync().document().toString());
    assertThat(run.execute("--vendor", temp.resolve("vendor.yaml").toString())).isEqualTo(1);
    assertThat(run.out()).contains("ours:   ErpSync agent", "(the contract of this kit)");
    assertThat(run.failures())
        .isNotEmpty()
        .allMatch(each -> each.startsWith("stale explanation of"));
  }

  /** One explanation for all of them would also cover an operation that the contract loses. */
  @Test
  @Tag("D56")
  void theKitExplainsEachOperationThatIsNotServedByItsOwnLine() throws Exception {
    List<String> lines =
        DepartureReader.bundled().stream()
            .flatMap(departure -> departure.patterns().stream())
            .map(pattern -> pattern.value())
            .filter(
                line -> "operation-removed".matches(line.split(" at ", 2)[0].replace("*", ".*")))
            .toList();
    assertThat(lines).hasSize(49 - Contract.erpSync().operations().size());
    assertThat(lines)
        .doesNotHaveDuplicates()
        .allMatch(line -> line.matches("operation-removed at \\w+ \\(\\* -> nothing\\)"));
  }

  @Test
  void theKitExplainsOnlyByRulesThatExist() throws Exception {
    List<String> rules = RuleTable.all().stream().map(rule -> rule.id()).toList();
    assertThat(DepartureReader.bundled())
        .flatExtracting(Departure::patterns)
        .extracting(pattern -> pattern.value().split(" at ", 2)[0])
        .isSubsetOf(rules);
  }

  @Test
  void exitsWith2AndOneLineForADecisionThatDoesNotExist() throws IOException {
    run.explain("D999", TYPE_CHANGED);
    run.rejects("departures.yaml line 1: DECISIONS.md has no decision D999");
  }

  @Test
  void exitsWith2AndTheLineWhereDeparturesAreMalformed() throws IOException {
    String one = "- decision: D2\n  reason: a\n  differences: [b]\n";
    rejectsDepartures("a: b", "line 1: a list is expected");
    rejectsDepartures("- D2", "line 1: an entry is expected, with decision, reason, differences");
    rejectsDepartures("- decision: D2\n  reason: a", "line 1: the entry has no differences");
    rejectsDepartures(
        "- decision: D2\n  reason: a\n  differences: b", "'differences' must be a list of texts");
    rejectsDepartures(one + "  until: d", "line 4: 'until' is not known");
    rejectsDepartures(one + one, "line 4: D2 is there twice");
    rejectsDepartures("- [", "line 1:");
    Files.delete(temp.resolve("departures.yaml"));
    run.rejects("--departures: cannot read");
  }

  @Test
  void exitsWith2AndOneLineWhereADescriptionCannotBeRead() throws IOException {
    rejectsVendor("a: [", "it is no JSON and no YAML");
    rejectsVendor("{ a", "it is no JSON and no YAML");
    rejectsVendor("a text", "it is no OpenAPI document");
    rejectsVendor("openapi: 3.1.0\npaths: {}", "it is OpenAPI 3.1.0; only 3.0");
    rejectsVendor("swagger: '2.0'\npaths: { /a: 5 }", "it is no complete Swagger 2.0: [");
    Files.delete(temp.resolve("vendor.yaml"));
    run.rejects("vendor.yaml: it cannot be read");
  }

  @Test
  void exitsWith2WhereAReferenceLeadsOutOfTheDescription() throws IOException {
    rejectsVendor(
        Descriptions.VENDOR.replace(
            "#/definitions/Carriers.FindRequest", "http://127.0.0.1:9/other.json#/FindRequest"),
        "refers out of the contract: http://127.0.0.1:9/other.json#/FindRequest");
  }

  @Test
  void exitsWith2WhereAllOfGoesInCircles() throws IOException {
    rejectsVendor(
        Descriptions.OURS.replace(
            "Base: { type: object", "Base: { allOf: [ { $ref: '#/components/schemas/Thing' } ]"),
        "allOf goes in circles");
  }

  private void rejectsDepartures(String text, String reason) throws IOException {
    run.write("departures.yaml", text);
    run.rejects(reason);
  }

  private void rejectsVendor(String text, String reason) throws IOException {
    run.write("vendor.yaml", text);
    run.rejects(reason);
  }
}
