package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonPointer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the contract says of answers, for those that it refers to as for those written in place. */
class OperationTest {
  private static final Contract CONTRACT = Contract.erpSync();

  @ParameterizedTest
  @CsvSource({
    "400, /components/schemas/MalformedRequest",
    "404, /components/schemas/ServiceError",
    "409, /components/schemas/ServiceError",
    "431, /components/schemas/ServiceError"
  })
  void findsTheSchemaBehindAReference(int status, String schema) {
    Operation operation = CONTRACT.operation("ConnectActor").orElseThrow();
    JsonPointer found =
        operation.responseSchema(CONTRACT, status, "application/json").orElseThrow();
    assertThat(CONTRACT.document().at(found).path("$ref").asText()).isEqualTo("#" + schema);
    assertThat(operation.responseTypes(CONTRACT, status)).hasSize(6).contains("application/json");
  }

  @ParameterizedTest
  @CsvSource({"204, application/json", "404, text/html", "505, application/json"})
  void findsNoneWhereTheContractHasNone(int status, String type) {
    Operation operation = CONTRACT.operation("ConnectActor").orElseThrow();
    assertThat(operation.responseSchema(CONTRACT, status, type)).isEmpty();
  }

  @ParameterizedTest
  @Tag("D55")
  @CsvSource({
    "CreateActorLink, true",
    "BreakActorLink, true",
    "GetConnection, true",
    "ConnectActor, false",
    "TryConnectActor, false",
    "SaveConnection, false",
    "DeleteConnection, false",
    "ToggleErpConnectionActive, false"
  })
  void knowsWhatMayBeRepeated(String operation, boolean idempotent) {
    assertThat(CONTRACT.operation(operation).orElseThrow().isIdempotent()).isEqualTo(idempotent);
  }

  @Test
  @Tag("D4")
  @Tag("D43")
  void knowsItsParametersAndThatAllButIdsAndMinutesAreTexts() {
    Operation operation = CONTRACT.operation("CreateActorLink").orElseThrow();
    assertThat(operation.parameters(CONTRACT))
        .extracting(Parameter::name, Parameter::in)
        .contains(tuple("$select", "query"), tuple("SO-TimeZone", "header"));
    assertThat(CONTRACT.operations())
        .flatExtracting(each -> each.parameters(CONTRACT))
        .allSatisfy(
            parameter ->
                assertThat(CONTRACT.document().at(parameter.schema()).path("type").asText())
                    .isEqualTo(
                        parameter.required() || parameter.name().equals("SO-Browser-TZ-Offset")
                            ? "integer"
                            : "string"));
  }
}
