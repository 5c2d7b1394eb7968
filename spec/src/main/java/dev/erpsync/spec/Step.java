package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One call of a {@link Scenario}, or the same call by several callers at once.
 *
 * @param label its place among the others, such as {@code step 3}
 * @param sample the documented exchange whose headers it has, and whose body where it says no other
 * @param race how many callers make it at once; 1 when it is no race
 * @param remember which parts of the answer are remembered, by their names; in a race those of the
 *     one answer that is expected first
 * @param written as it stands in the file, with variables
 */
public record Step(
    String label, Sample sample, int race, Map<String, JsonPointer> remember, JsonNode written) {
  /** The words of a {@link CaseRequest} that a step has too; {@code body} is read otherwise. */
  static final Set<String> REQUEST =
      Set.of(
          "method",
          "path",
          "query",
          "headers",
          "text",
          "charset",
          "padding",
          "times",
          "credentials");

  /**
   * What some of the answers must be.
   *
   * @param times how many answers
   * @param words in those of a case's response
   */
  public record Expected(int times, JsonNode words) {
    @Override
    public String toString() {
      return words.toString();
    }
  }

  static Step of(String label, Sample sample, JsonNode written) {
    Map<String, JsonPointer> remember = new LinkedHashMap<>();
    written
        .path("remember")
        .properties()
        .forEach(e -> remember.put(e.getKey(), JsonPointer.compile(e.getValue().asText())));
    return new Step(label, sample, written.path("race").asInt(1), remember, written);
  }

  /** The id of the operation that is called. */
  public String operation() {
    return sample.operation();
  }

  /** What the answers must be, together. Without a word the status of success is asked for. */
  public List<Expected> expected() {
    JsonNode expect = written.path("expect");
    if (!expect.isArray()) {
      JsonNode words = expect.isObject() ? expect : JsonNodeFactory.instance.objectNode();
      return List.of(new Expected(race, words));
    }
    return expect
        .valueStream()
        .map(
            each ->
                new Expected(
                    each.path("times").asInt(1), each.<ObjectNode>deepCopy().without("times")))
        .toList();
  }

  /**
   * The call with values for its variables.
   *
   * @param expected what its answer has to be
   */
  public Case asked(Variables variables, Expected expected) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("because", label);
    node.set("request", request(variables));
    node.set("response", variables.in(expected.words()));
    written.optional("unless").ifPresent(unless -> node.set("unless", unless));
    return Case.of("scenarios", label, node, Contract.erpSync(), sample);
  }

  /** Lists of the state, each with all the rows that it must have; empty when nothing is asked. */
  public Optional<JsonNode> state(Variables variables) {
    return written.optional("state").map(variables::in);
  }

  /** Whether it can be made with these variables. */
  public boolean isKnownTo(Variables variables) {
    return variables.names().containsAll(Variables.used(written));
  }

  /** Who makes the call. */
  public Caller caller() {
    return Caller.of(written.path("credentials").asText("documented"));
  }

  boolean isIndependentOfEncoding() {
    return asked(Variables.anything(Variables.used(written)), expected().get(0))
        .request()
        .isIndependentOfEncoding();
  }

  private JsonNode request(Variables variables) {
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    for (String word : REQUEST) {
      written.optional(word).ifPresent(value -> request.set(word, variables.in(value)));
    }
    written
        .optional("language")
        .ifPresent(language -> request.withObject("/headers").set("SO-Language", language));
    written.optional("body").ifPresent(body -> request.set("body", patch(variables.in(body))));
    return request;
  }

  /** A whole body is the one difference that replaces all. */
  private static JsonNode patch(JsonNode body) {
    if (body.isArray()) {
      return body;
    }
    var patch = JsonNodeFactory.instance.arrayNode();
    patch.addObject().put("op", "replace").put("path", "").set("value", body);
    return patch;
  }

  @Override
  public String toString() {
    return label + ", " + operation();
  }
}
