package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented samples: all there, and each true to the contract. */
class SamplesTest {
  private static final Contract CONTRACT = Contract.erpSync();

  static List<Sample> samples() {
    return Sample.all();
  }

  @Test
  @Tag("D20")
  void holdAnExchangeOfEveryOperation() {
    assertThat(samples())
        .extracting(Sample::operation)
        .containsAll(CONTRACT.operations().stream().map(Operation::id).toList());
    assertThat(samples())
        .extracting(Sample::name)
        .doesNotHaveDuplicates()
        .contains(
            "BreakActorLink-000",
            "ConnectActor-000",
            "ConnectActor-001",
            "CreateActorLink-000",
            "SaveConnection-000");
    assertThat(sample("ConnectActor-000").request().body().orElseThrow().at("/FieldValues"))
        .as("the repeated twins of the page are kept")
        .hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("samples")
  @Tag("D44")
  void haveRequestsThatTheContractAllows(Sample sample) {
    if (sample.request().body().isEmpty()) {
      assertThat(operation(sample).node().has("requestBody")).isFalse();
    } else {
      assertThat(violations(operation(sample).requestSchema("application/json"), sample.request()))
          .isEmpty();
    }
    assertThat(sample.request().query().split("[=&]", -1))
        .containsAll(
            operation(sample).parameters(CONTRACT).stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  @Tag("D1")
  void haveAnswersThatTheContractAllows(Sample sample) {
    assertThat(operation(sample).documents(sample.status())).isTrue();
    if (sample.status() == 204) {
      assertThat(sample.response().body())
          .as("the page prints null")
          .hasValueSatisfying(JsonNode::isNull);
      assertThat(operation(sample).responseTypes(CONTRACT, 204)).isEmpty();
    } else {
      assertThat(
              violations(
                  operation(sample).responseSchema(CONTRACT, sample.status(), "application/json"),
                  sample.response()))
          .isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sayInWhichStateTheyAreTrue(Sample sample) {
    assertThat(sample.because()).endsWith(".");
    assertThat(Contract.emulator().check("EmulatorState", sample.given())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Connectors, ErpConnectorId", "Connections, ErpConnectionId"})
  void canAllBeTrueAtOnce(String list, String id) {
    Map<Integer, JsonNode> rows = new HashMap<>();
    for (Sample sample : samples()) {
      for (JsonNode row : sample.given().path(list)) {
        assertThat(Optional.ofNullable(rows.putIfAbsent(row.path(id).intValue(), row)).orElse(row))
            .as(sample.name())
            .isEqualTo(row);
      }
    }
    assertThat(rows).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void areExamplesOfTheirOperationUnderOneName(Sample sample) {
    JsonNode node = operation(sample).node();
    assertThat(example(node.path("requestBody"), sample))
        .isEqualTo(
            node.has("requestBody") ? "#/components/examples/" + sample.name() + "-request" : "");
    JsonNode answer = node.path("responses").path(Integer.toString(sample.status()));
    assertThat(example(answer, sample))
        .isEqualTo(
            answer.has("content") ? "#/components/examples/" + sample.name() + "-response" : "");
  }

  private static String example(JsonNode message, Sample sample) {
    return message
        .at("/content/application~1json/examples")
        .path(sample.name())
        .path("$ref")
        .asText();
  }

  private static List<Violation> violations(Optional<JsonPointer> schema, Sample.Message message) {
    return CONTRACT.check(schema.orElseThrow(), message.body().orElseThrow());
  }

  private static Operation operation(Sample sample) {
    return CONTRACT.operation(sample.operation()).orElseThrow();
  }

  private static Sample sample(String name) {
    return samples().stream()
        .filter(sample -> sample.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
