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
import java.util.Optional;
import java.util.Set;

/** Compares an answer with the documented one, as far as the state allows. */
public final class Comparison {
  private static final String JSON = "application/json";

  /** Content-Type of answers that no sample shows. (D13) */
  private static final String JSON_UTF8 = JSON + "; charset=utf-8";

  /** What an operation answers when the state does not allow what was asked. (D6) */
  private static final Set<Integer> REFUSALS = Set.of(404, 409);

  private final Contract contract;
  private final Structure structure;
  private final Echo echo;

  public Comparison(Contract contract) {
    this.contract = contract;
    this.structure = new Structure(contract);
    this.echo = new Echo(contract);
  }

  /** How far an answer to this sample can be compared. */
  public Depth depth(Sample sample, boolean stateKnown) {
    boolean valueIsObject = sample.response().body().filter(JsonNode::isContainerNode).isPresent();
    boolean echoes = Echo.OPERATION.equals(sample.operation());
    if (!stateKnown || (valueIsObject && !echoes)) {
      return Depth.STRUCTURE;
    }
    return valueIsObject ? Depth.ECHO : Depth.EXACT;
  }

  /**
   * Where the answer is not as documented; empty when it conforms.
   *
   * @param before the state before the call; missing when it is not known
   */
  public List<Difference> compare(Sample sample, Depth depth, Response answer, JsonNode before) {
    if (answer.status() != sample.status()) {
      String found = (answer.status() + " " + answer.text()).strip();
      return List.of(new Difference("status", "" + sample.status(), found));
    }
    if (answer.status() == 204) {
      return nothing(answer);
    }
    String documented = sample.response().headers().getOrDefault("Content-Type", "");
    List<Difference> differences = new ArrayList<>(contentType(documented, answer));
    Optional<JsonNode> value = answer.json();
    JsonNode expected = sample.response().body().orElseGet(MissingNode::getInstance);
    if (value.isEmpty()) {
      differences.add(new Difference("", "JSON", answer.text()));
    } else if (depth == Depth.EXACT) {
      if (!expected.equals(value.get())) {
        differences.add(new Difference("", expected.toString(), value.get().toString()));
      }
    } else {
      differences.addAll(body(sample, answer.status(), expected, value.get()));
      if (depth == Depth.ECHO) {
        differences.addAll(echo.compare(sample, value.get(), before));
      }
    }
    return differences;
  }

  /** Whether the answer is a documented one that another state than the sample's explains. */
  boolean isRefusal(Sample sample, Response answer) {
    return REFUSALS.contains(answer.status()) && operation(sample).documents(answer.status());
  }

  /** Where a refusal is not as the contract has it. */
  List<Difference> compareRefusal(Sample sample, Response answer) {
    List<Difference> differences = new ArrayList<>(contentType(JSON_UTF8, answer));
    answer
        .json()
        .ifPresentOrElse(
            value ->
                differences.addAll(body(sample, answer.status(), MissingNode.getInstance(), value)),
            () -> differences.add(new Difference("", "JSON", answer.text())));
    return differences;
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

  private static List<Difference> contentType(String expected, Response answer) {
    String found = answer.contentType().orElse("nothing");
    return normal(expected).equals(normal(found))
        ? List.of()
        : List.of(new Difference("Content-Type", expected, found));
  }

  private List<Difference> body(Sample sample, int status, JsonNode documented, JsonNode found) {
    JsonPointer schema =
        operation(sample)
            .responseSchema(contract, status, JSON)
            .orElseThrow(() -> new IllegalStateException("no schema for status " + status));
    return structure.compare(schema, documented, found);
  }

  private Operation operation(Sample sample) {
    return contract.operation(sample.operation()).orElseThrow();
  }

  /** Letter case and blanks carry no meaning in the header (RFC 9110, section 8.3.1). */
  private static String normal(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
  }
}
