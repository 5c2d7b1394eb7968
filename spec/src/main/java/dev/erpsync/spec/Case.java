package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.spec.codec.JsonPatchCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One exchange that no page documents: a sample with differences, and what the contract and the
 * decisions ask of the answer.
 *
 * @param topic name of the file that holds it
 * @param name unique among the cases of one operation
 * @param because what asks for the answer, with the number of a decision
 * @param sample the documented exchange that is altered
 * @param given the state to put in place, in the form of {@code EmulatorState}
 * @param request how the request differs
 * @param response what must come back
 * @param unless why a target may answer as documented instead, when it may; the case then shows
 *     nothing
 */
public record Case(
    String topic,
    String name,
    String because,
    Sample sample,
    JsonNode given,
    CaseRequest request,
    CaseResponse response,
    Optional<String> unless) {
  private static final String EVERY_OPERATION = "all";

  /**
   * All cases, by topic. One that is written for all operations is there once for each operation to
   * which it applies, on the operation's first sample.
   */
  public static List<Case> all() {
    return all(Contract.resource("cases.json"), Contract.erpSync(), Sample.all());
  }

  static List<Case> all(JsonNode topics, Contract contract, List<Sample> samples) {
    List<Case> cases = new ArrayList<>();
    for (var topic : topics.properties()) {
      for (var each : topic.getValue().properties()) {
        for (Sample sample : samplesOf(each.getValue(), contract, samples)) {
          cases.add(of(topic.getKey(), each.getKey(), each.getValue(), sample));
        }
      }
    }
    return List.copyOf(cases);
  }

  /** A sample as a case that has no differences. */
  public static Case of(Sample sample) {
    return of("samples", sample.variant(), MissingNode.getInstance(), sample);
  }

  /** The exchange as it is altered, with the answer that the sample documents. */
  public Sample altered() {
    return new Sample(
        sample.operation(),
        sample.name(),
        sample.page(),
        because,
        given,
        new Sample.Message(sample.request().headers(), request.value()),
        sample.status(),
        sample.response());
  }

  private static List<Sample> samplesOf(JsonNode node, Contract contract, List<Sample> samples) {
    String name = node.path("sample").asText();
    if (!EVERY_OPERATION.equals(node.path("operation").asText())) {
      return samples.stream().filter(sample -> sample.name().equals(name)).limit(1).toList();
    }
    return contract.operations().stream()
        .filter(operation -> applies(node, operation))
        .flatMap(
            operation ->
                samples.stream().filter(s -> s.operation().equals(operation.id())).limit(1))
        .toList();
  }

  /** A case about bodies is none of an operation without one, nor one about what cannot happen. */
  private static boolean applies(JsonNode node, Operation operation) {
    JsonNode request = node.path("request");
    boolean body = request.has("body") || request.has("text") || request.has("padding");
    int status = node.at("/response/status").asInt(operation.successStatus());
    boolean always = request.has("method") || request.has("path");
    return !(body && operation.requestTypes().isEmpty()) && (always || operation.documents(status));
  }

  private static Case of(String topic, String name, JsonNode node, Sample sample) {
    var patch = new JsonPatchCodec();
    JsonNode empty = JsonNodeFactory.instance.arrayNode();
    JsonNode given = node.has("given") ? node.path("given") : empty;
    return new Case(
        topic,
        name,
        node.path("because").asText(),
        sample,
        patch.apply(given, sample.given()),
        CaseRequest.of(node.path("request"), sample),
        CaseResponse.of(node.path("response"), sample),
        Optional.ofNullable(node.get("unless")).map(JsonNode::asText));
  }
}
