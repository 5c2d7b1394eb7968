package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares an answer with the documented one, as far as the state allows. */
public final class Comparison {
  /** Operations that answer what they were sent, and where in the request that stands. */
  private static final Map<String, JsonPointer> ECHOES =
      Map.of("SaveConnection", JsonPointer.compile("/Connection"));

  private final Contract contract;
  private final Structure structure;

  public Comparison(Contract contract) {
    this.contract = contract;
    this.structure = new Structure(contract);
  }

  /** How far an answer to this sample can be compared. */
  public Depth depth(Sample sample, boolean stateKnown) {
    boolean valueIsObject = sample.response().body().filter(JsonNode::isContainerNode).isPresent();
    if (!stateKnown || (valueIsObject && !ECHOES.containsKey(sample.operation()))) {
      return Depth.STRUCTURE;
    }
    return valueIsObject ? Depth.ECHO : Depth.EXACT;
  }

  /** Where the answer is not as documented; empty when it conforms. */
  public List<Difference> compare(Sample sample, Depth depth, Response answer) {
    Operation operation = contract.operation(sample.operation()).orElseThrow();
    if (answer.status() != sample.status()) {
      boolean possible = depth == Depth.STRUCTURE && operation.documents(answer.status());
      return possible
          ? body(operation, sample, answer)
          : List.of(
              new Difference(
                  "status", "" + sample.status(), answer.status() + " " + answer.text()));
    }
    return answer.status() == 204 ? nothing(answer) : content(operation, sample, depth, answer);
  }

  /** What the page prints for a 204 is noise: there is neither a body nor a type. (D1) */
  private static List<Difference> nothing(Response answer) {
    List<Difference> differences = new ArrayList<>();
    if (!answer.text().isEmpty()) {
      differences.add(new Difference("", "no body", answer.text()));
    }
    answer
        .contentType()
        .ifPresent(type -> differences.add(new Difference("Content-Type", "none", type)));
    return differences;
  }

  private List<Difference> content(
      Operation operation, Sample sample, Depth depth, Response answer) {
    List<Difference> differences = new ArrayList<>();
    String documented = sample.response().headers().getOrDefault("Content-Type", "");
    String found = answer.contentType().orElse("nothing");
    if (!normal(documented).equals(normal(found))) {
      differences.add(new Difference("Content-Type", documented, found));
    }
    Optional<JsonNode> value = answer.json();
    if (value.isEmpty()) {
      differences.add(new Difference("", "JSON", answer.text()));
      return differences;
    }
    if (depth == Depth.EXACT) {
      JsonNode expected = sample.response().body().orElseGet(MissingNode::getInstance);
      if (!expected.equals(value.get())) {
        differences.add(new Difference("", expected.toString(), value.get().toString()));
      }
      return differences;
    }
    differences.addAll(body(operation, sample, answer));
    if (depth == Depth.ECHO) {
      differences.addAll(echo(sample, value.get()));
    }
    return differences;
  }

  private List<Difference> body(Operation operation, Sample sample, Response answer) {
    Optional<JsonPointer> schema = operation.responseSchema(answer.status(), "application/json");
    if (schema.isEmpty()) {
      return nothing(answer);
    }
    JsonNode documented =
        answer.status() == sample.status()
            ? sample.response().body().orElseGet(MissingNode::getInstance)
            : MissingNode.getInstance();
    return answer
        .json()
        .map(value -> structure.compare(schema.get(), documented, value))
        .orElseGet(() -> List.of(new Difference("", "JSON", answer.text())));
  }

  private static List<Difference> echo(Sample sample, JsonNode value) {
    JsonNode sent = sample.request().body().orElseThrow().at(ECHOES.get(sample.operation()));
    List<Difference> differences = new ArrayList<>();
    for (var property : sent.properties()) {
      JsonNode found = value.path(property.getKey());
      if (!property.getValue().equals(found)) {
        differences.add(
            new Difference(
                "/" + property.getKey(), property.getValue().toString(), found.toString()));
      }
    }
    return differences;
  }

  /** Letter case and blanks carry no meaning in the header (RFC 9110, section 8.3.1). */
  private static String normal(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
  }
}
