package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.spec.codec.JsonPatchCodec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One exchange that no page documents: a sample with differences, and what the contract and the
 * decisions ask of the answer.
 *
 * @param topic name of the file that holds it
 * @param name unique among the cases of one operation
 * @param because what asks for the answer, with the number of a decision
 * @param contract the contract of what is called, by which the answer is judged
 * @param sample the documented exchange that is altered; for an operation beside the agent, where
 *     none is documented, its plain call
 * @param given the state to put in place, in the form of {@code EmulatorState}
 * @param request how the request differs
 * @param response what must come back
 * @param unless when a target may answer otherwise; the case then shows nothing
 */
public record Case(
    String topic,
    String name,
    String because,
    Contract contract,
    Sample sample,
    JsonNode given,
    CaseRequest request,
    CaseResponse response,
    Optional<Unless> unless) {

  /**
   * What else a target may answer, and why.
   *
   * @param statuses the statuses of such answers
   * @param because why it may
   */
  public record Unless(Set<Integer> statuses, String because) {
    /** A reason alone is for a target that does what was asked. */
    private static Optional<Unless> of(JsonNode node, Sample sample) {
      if (node.isMissingNode()) {
        return Optional.empty();
      }
      Set<Integer> statuses = new TreeSet<>();
      node.path("status").forEach(status -> statuses.add(status.asInt()));
      return Optional.of(
          node.isTextual()
              ? new Unless(Set.of(sample.status()), node.asText())
              : new Unless(statuses, node.path("because").asText()));
    }
  }

  /**
   * All cases, by topic. One that is written for all operations is there once for each operation to
   * which it applies.
   */
  public static List<Case> all() {
    return new CaseReader(Contract.erpSync(), Contract.discovery(), Sample.all())
        .all(Contract.resource("cases.json"));
  }

  /** A sample as a case that has no differences. */
  public static Case of(Sample sample) {
    return of("samples", sample.variant(), MissingNode.getInstance(), Contract.erpSync(), sample);
  }

  static Case of(String topic, String name, JsonNode node, Contract contract, Sample sample) {
    JsonNode empty = JsonNodeFactory.instance.arrayNode();
    JsonNode given = node.has("given") ? node.path("given") : empty;
    return new Case(
        topic,
        name,
        node.path("because").asText(),
        contract,
        sample,
        new JsonPatchCodec().apply(given, sample.given()),
        CaseRequest.of(node.path("request"), sample),
        CaseResponse.of(node.path("response"), sample),
        Unless.of(node.path("unless"), sample));
  }

  /** What is called. */
  public Operation operation() {
    return contract.operation(sample.operation()).orElseThrow();
  }

  /** The exchange as it is altered, with the answer that the sample documents. */
  public Sample altered() {
    return new Sample(
        sample.operation(),
        sample.name(),
        sample.page(),
        because,
        given,
        new Sample.Message(sample.request().headers(), request.value(), request.query()),
        sample.status(),
        sample.response());
  }

  @Override
  public String toString() {
    return sample.operation() + " / " + name;
  }
}
