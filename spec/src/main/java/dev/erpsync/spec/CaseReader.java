package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes cases of what is written in {@code cases/*.yaml}. */
final class CaseReader {
  private static final String EVERY_OPERATION = "all";

  /** Stands in a case beside the agent for the id of an operation of the agent. */
  private static final String OPERATION = "{Operation}";

  private final Contract agent;
  private final Contract discovery;
  private final List<Sample> samples;

  CaseReader(Contract agent, Contract discovery, List<Sample> samples) {
    this.agent = agent;
    this.discovery = discovery;
    this.samples = samples;
  }

  List<Case> all(JsonNode topics) {
    List<Case> cases = new ArrayList<>();
    for (var topic : topics.properties()) {
      for (var each : topic.getValue().properties()) {
        cases.addAll(
            each.getValue().has("contract")
                ? besideTheAgent(topic.getKey(), each.getKey(), each.getValue())
                : ofTheAgent(topic.getKey(), each.getKey(), each.getValue()));
      }
    }
    return List.copyOf(cases);
  }

  private List<Case> ofTheAgent(String topic, String name, JsonNode node) {
    return samplesOf(node).stream()
        .map(sample -> Case.of(topic, name, node, agent, sample))
        .toList();
  }

  private List<Sample> samplesOf(JsonNode node) {
    String name = node.path("sample").asText();
    if (!EVERY_OPERATION.equals(node.path("operation").asText())) {
      return samples.stream().filter(sample -> sample.name().equals(name)).limit(1).toList();
    }
    return agent.operations().stream()
        .filter(operation -> applies(node, operation))
        .flatMap(operation -> first(operation).stream())
        .toList();
  }

  private Optional<Sample> first(Operation operation) {
    return samples.stream().filter(s -> s.operation().equals(operation.id())).findFirst();
  }

  /** A case about bodies is none of an operation without one, nor one about what cannot happen. */
  private static boolean applies(JsonNode node, Operation operation) {
    JsonNode request = node.path("request");
    boolean body = request.has("body") || request.has("text") || request.has("padding");
    int status = node.at("/response/status").asInt(operation.successStatus());
    boolean always = request.has("method") || request.has("path");
    return !(body && operation.requestTypes().isEmpty()) && (always || operation.documents(status));
  }

  /** What names an operation of the agent is there once for each, in the state of its sample. */
  private List<Case> besideTheAgent(String topic, String name, JsonNode written) {
    Operation called = discovery.operation(written.path("operation").asText()).orElseThrow();
    ObjectNode node = written.deepCopy();
    node.withObject("/request").put("credentials", "none");
    if (!(called.path() + node).contains(OPERATION)) {
      return List.of(Case.of(topic, name, node, discovery, plain(called, none())));
    }
    List<Case> cases = new ArrayList<>();
    for (Operation operation : agent.operations()) {
      ObjectNode named = named(node, operation);
      named
          .withObject("/request")
          .putIfAbsent("path", named.textNode(called.path().replace(OPERATION, operation.id())));
      JsonNode given = first(operation).map(Sample::given).orElseGet(CaseReader::none);
      cases.add(
          Case.of(topic, name + "-of-" + operation.id(), named, discovery, plain(called, given)));
    }
    return cases;
  }

  /** The call of an operation that takes nothing, and for which nothing is documented. */
  private static Sample plain(Operation called, JsonNode given) {
    var nothing = new Sample.Message(Map.of(), Optional.empty());
    String name = called.id() + "-000";
    return new Sample(called.id(), name, "", "", given, nothing, called.successStatus(), nothing);
  }

  private static ObjectNode named(JsonNode node, Operation operation) {
    try {
      String text = node.toString().replace(OPERATION, operation.id());
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode none() {
    return new ObjectMapper().createObjectNode();
  }
}
