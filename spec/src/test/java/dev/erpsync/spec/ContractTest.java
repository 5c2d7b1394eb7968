package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract as a document: readable by others, and complete as the pages have it. */
class ContractTest {
  private static final Contract CONTRACT = Contract.erpSync();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi.yaml",
        "emulator.yaml",
        "discovery.yaml",
        "target/openapi.yaml",
        "target/openapi.json",
        "target/emulator.yaml",
        "target/discovery.yaml"
      })
  void isReadBySwaggerParserWithoutAWord(String file) {
    var options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result = new OpenAPIV3Parser().readLocation(file, null, options);
    assertThat(result.getMessages()).isEmpty();
    assertThat(result.getOpenAPI().getPaths()).isNotEmpty();
  }

  @Test
  @Tag("D6")
  void saysOfEveryOperationOfAllThreeContractsHowHttpItselfRefuses() {
    assertThat(Stream.of(CONTRACT, Contract.emulator(), Contract.discovery()))
        .extracting(Contract::document)
        .allSatisfy(
            contract ->
                assertThat(contract.path("paths").findParents("responses"))
                    .isNotEmpty()
                    .allSatisfy(
                        operation ->
                            assertThat(operation.path("responses").fieldNames())
                                .toIterable()
                                .contains("400", "4XX", "500")));
  }

  @Test
  void holdsEveryOperationUnderTheVendorsName() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("operations"))) {
      assertThat(CONTRACT.operations())
          .extracting(operation -> operation.id() + ".yaml")
          .contains("BreakActorLink.yaml", "ConnectActor.yaml")
          .containsExactlyInAnyOrderElementsOf(
              files.map(file -> file.getFileName().toString()).toList());
    }
    assertThat(CONTRACT.operations())
        .allSatisfy(
            operation -> {
              assertThat(operation.method()).isEqualTo("POST");
              assertThat(operation.path()).isEqualTo("/api/v1/Agents/ErpSync/" + operation.id());
            });
  }

  @Test
  void offersTheSevenRequestAndSixResponseMediaTypesOfThePages() {
    Set<String> six =
        Set.of(
            "application/json",
            "text/json",
            "application/xml",
            "text/xml",
            "application/json-patch+json",
            "application/merge-patch+json");
    Set<String> seven = new TreeSet<>(six);
    seven.add("application/x-www-form-urlencoded");
    assertThat(CONTRACT.operations())
        .allSatisfy(
            operation -> {
              assertThat(Set.copyOf(operation.requestTypes()))
                  .isEqualTo(operation.node().has("requestBody") ? seven : Set.of());
              if (operation.successStatus() == 200) {
                assertThat(Set.copyOf(operation.responseTypes(CONTRACT, 200))).isEqualTo(six);
              }
            });
  }

  @Test
  @Tag("D1")
  void answers204WithoutABody() {
    Operation connect = CONTRACT.operation("ConnectActor").orElseThrow();
    assertThat(connect.successStatus()).isEqualTo(204);
    assertThat(connect.responseTypes(CONTRACT, 204)).isEmpty();
  }

  /** Content-Type and Accept are media types in OpenAPI, and credentials are security schemes. */
  @Test
  @Tag("D23")
  @Tag("D45")
  void hasAllTenRequestHeadersOnEveryOperation() {
    Set<String> headers = new TreeSet<>(Set.of("Content-Type", "Accept"));
    for (JsonNode scheme : CONTRACT.document().at("/components/securitySchemes")) {
      if (scheme.path("in").asText("header").equals("header")) {
        headers.add(scheme.path("name").asText("Authorization"));
      }
    }
    for (JsonNode parameter : CONTRACT.document().at("/components/parameters")) {
      if (parameter.path("in").asText().equals("header")) {
        headers.add(parameter.path("name").asText());
      }
    }
    assertThat(headers)
        .containsExactlyInAnyOrder(
            "Authorization",
            "X-XSRF-TOKEN",
            "Content-Type",
            "Accept",
            "Accept-Language",
            "SO-Language",
            "SO-Culture",
            "SO-TimeZone",
            "SO-Browser-TZ-Offset",
            "SO-AppToken");
    assertThat(CONTRACT.operations())
        .allSatisfy(
            operation ->
                assertThat(refs(operation.node().path("parameters")))
                    .allMatch(ref -> ref.startsWith("#/components/parameters/"))
                    .doesNotHaveDuplicates()
                    .hasSize(CONTRACT.document().at("/components/parameters").size()));
  }

  @Test
  @Tag("D42")
  @Tag("D43")
  void hasArgumentsInTheBodyOrInTheQuery() {
    assertThat(CONTRACT.operations())
        .filteredOn(operation -> operation.requestTypes().isEmpty())
        .extracting(Operation::id)
        .contains("GetAllConnectors", "GetErpSyncConnectorEntity");
    assertThat(CONTRACT.operations())
        .filteredOn(
            operation -> operation.parameters(CONTRACT).stream().anyMatch(Parameter::required))
        .allSatisfy(operation -> assertThat(operation.requestTypes()).isEmpty())
        .extracting(Operation::id)
        .contains("DeleteErpSyncConnectorEntity", "GetErpSyncConnectorEntity");
  }

  /** What says that it changes nothing does not answer like something that does. */
  @Test
  void marksWhatOnlyReads() {
    assertThat(CONTRACT.operations())
        .filteredOn(Operation::isReadOnly)
        .allSatisfy(operation -> assertThat(operation.successStatus()).isEqualTo(200))
        .extracting(Operation::id)
        .contains("GetAllConnectors")
        .noneMatch(id -> id.matches("(Save|Delete|Break|Connect|CreateActor).*"));
  }

  @Test
  @Tag("D2")
  @Tag("D3")
  void writesEnumsByMemberNameAndIntegersAsInt32() {
    assertThat(names("CrmActorType"))
        .containsExactly("Unknown", "Contact", "Person", "Project", "Sale");
    assertThat(names("ErpActorType"))
        .containsExactly(
            "Unknown", "Customer", "Supplier", "Partner", "Person", "Project", "Employee", "Sale");
    assertThat(CONTRACT.document().findParents("type"))
        .filteredOn(schema -> schema.path("type").asText().equals("integer"))
        .allSatisfy(schema -> assertThat(schema.path("format").asText()).isEqualTo("int32"));
  }

  @Test
  @Tag("D20")
  void doesNotTakeThePlaceholderNullForARequiredArgument() {
    ObjectNode placeholder = JsonNodeFactory.instance.objectNode().putNull("Connection");
    assertThat(CONTRACT.check("SaveConnectionRequest", placeholder))
        .extracting(Violation::pointer, Violation::rule, Violation::found)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("/Connection", "type", "null"));
  }

  @Test
  void documentsEveryErrorWithAnErrorSchema() {
    for (JsonNode response : CONTRACT.document().at("/components/responses")) {
      List<String> schemas = response.path("content").findValuesAsText("$ref");
      assertThat(Set.copyOf(schemas))
          .hasSize(1)
          .allMatch(
              ref ->
                  ref.equals("#/components/schemas/MalformedRequest")
                      || ref.equals("#/components/schemas/ServiceError"));
    }
  }

  private static List<String> refs(JsonNode parameters) {
    return parameters
        .valueStream()
        .filter(parameter -> parameter.has("$ref"))
        .map(parameter -> parameter.path("$ref").asText())
        .toList();
  }

  private static List<String> names(String schema) {
    return CONTRACT.schema(schema).path("enum").valueStream().map(JsonNode::asText).toList();
  }
}
