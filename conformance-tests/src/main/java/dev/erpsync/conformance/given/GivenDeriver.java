package dev.erpsync.conformance.given;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.given.Given.Derived;
import dev.erpsync.conformance.given.Given.NotDerivable;
import dev.erpsync.conformance.given.Rules.Rule;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the state in which a documented exchange is true, by the {@linkplain Rules rules} for each
 * operation. Immutable and thread-safe.
 */
public final class GivenDeriver {
  private static final String STATE = "EmulatorState";

  private final Contract contract;
  private final Contract emulator;
  private final Map<String, Rule> rules;

  /**
   * A deriver.
   *
   * @param contract what requests look like
   * @param emulator what states look like
   */
  public GivenDeriver(Contract contract, Contract emulator) {
    this(contract, emulator, Rules.BY_OPERATION);
  }

  GivenDeriver(Contract contract, Contract emulator, Map<String, Rule> rules) {
    this.contract = contract;
    this.emulator = emulator;
    this.rules = rules;
  }

  /** Derives the state from the sample's request and response; its own state is not looked at. */
  public Given derive(Sample sample) {
    return derive(sample, sample.request().query());
  }

  /**
   * As {@link #derive(Sample)}, for a request line with this query.
   *
   * @param query still encoded; empty for none
   */
  public Given derive(Sample sample, String query) {
    try {
      Derived derived = apply(sample, query);
      var violations = emulator.check(STATE, derived.state());
      return violations.isEmpty()
          ? derived
          : new NotDerivable("no such state can be stored: " + violations.get(0));
    } catch (NotDerivableException e) {
      return new NotDerivable(e.reason());
    }
  }

  private Derived apply(Sample sample, String query) throws NotDerivableException {
    String id = sample.operation();
    Operation operation =
        contract
            .operation(id)
            .orElseThrow(() -> new NotDerivableException("the contract has no operation " + id));
    Optional<JsonPointer> schema = operation.requestSchema("application/json");
    JsonNode body = sample.request().body().orElseGet(MissingNode::getInstance);
    if (schema.isPresent()) {
      refusePlaceholder(schema.get(), body);
    }
    JsonNode answer = sample.response().body().orElseGet(MissingNode::getInstance);
    Rule rule = rules.get(id);
    if (rule == null && answer.isBoolean()) {
      throw new NotDerivableException("there is no rule for " + id);
    }
    if (sample.status() != operation.successStatus()) {
      throw new NotDerivableException("the rules know only success, not status " + sample.status());
    }
    RequiredQuery completed = RequiredQuery.of(contract, operation, query, answer);
    Arguments arguments =
        schema
            .map(at -> new Arguments(contract, contract.document().at(at), body))
            .orElseGet(() -> completed.arguments(contract));
    return (rule == null ? Rules.OTHERS : rule).derive(arguments, answer).with(completed.query());
  }

  private void refusePlaceholder(JsonPointer schema, JsonNode body) throws NotDerivableException {
    var placeholder = Placeholders.find(contract, schema, body);
    if (placeholder.isPresent()) {
      throw new NotDerivableException(
          "the request is a placeholder of the page generator, with null for %s (D20)"
              .formatted(placeholder.get()));
    }
  }
}
