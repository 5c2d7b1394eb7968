package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes scenarios of what is written in {@code scenarios/*.yaml}. */
final class ScenarioReader {
  /** What begins so is no scenario: it holds what others refer to by an anchor. */
  private static final String DEFINITION = ".";

  private final Contract contract;
  private final List<Sample> samples;

  ScenarioReader(Contract contract, List<Sample> samples) {
    this.contract = contract;
    this.samples = samples;
  }

  static boolean isDefinition(String name) {
    return name.startsWith(DEFINITION);
  }

  List<Scenario> read(String topic, JsonNode written) {
    return written
        .propertyStream()
        .filter(each -> !isDefinition(each.getKey()))
        .map(each -> scenario(topic, each.getKey(), each.getValue()))
        .toList();
  }

  /** The sample that a step names, or else the first of its operation. */
  Optional<Sample> sample(JsonNode step) {
    String name = step.path("sample").asText();
    return samples.stream()
        .filter(sample -> sample.operation().equals(step.path("call").asText()))
        .filter(sample -> name.isEmpty() || sample.name().equals(name))
        .findFirst();
  }

  Optional<JsonNode> given(JsonNode written) {
    JsonNode given = written.path("given");
    if (given.isTextual()) {
      return samples.stream()
          .filter(sample -> sample.name().equals(given.textValue()))
          .map(Sample::given)
          .findFirst();
    }
    return given.isMissingNode() ? Optional.of(oneConnector()) : Optional.of(given);
  }

  boolean knows(String operation) {
    return contract.operation(operation).isPresent();
  }

  private Scenario scenario(String topic, String name, JsonNode written) {
    return new Scenario(
        topic,
        name,
        written.path("because").asText(),
        given(written).orElseThrow(),
        steps("first", written),
        steps("steps", written),
        steps("last", written));
  }

  private List<Step> steps(String word, JsonNode written) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : written.path(word)) {
      String label = (word.equals("steps") ? "step" : word) + " " + (steps.size() + 1);
      steps.add(Step.of(label, sample(step).orElseThrow(), step));
    }
    return List.copyOf(steps);
  }

  private static JsonNode oneConnector() {
    ObjectNode state = JsonNodeFactory.instance.objectNode();
    state
        .withArrayProperty("Connectors")
        .addObject()
        .put("ErpConnectorId", 1)
        .put("DisplayName", "Connector of the scenario");
    return state;
  }
}
