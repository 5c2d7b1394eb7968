package dev.erpsync.conformance.given;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of one request. A name that the contract does not know is refused even when the
 * request carries it, so that a rule cannot outlive a property.
 */
final class Arguments {
  private final Contract contract;
  private final JsonNode schema;
  private final JsonNode values;

  /**
   * Arguments with their schema.
   *
   * @param contract what requests look like
   * @param schema schema of the request, or a reference to it
   * @param values body of the request; may be missing
   */
  Arguments(Contract contract, JsonNode schema, JsonNode values) {
    this.contract = contract;
    this.schema = contract.resolve(schema);
    this.values = values;
  }

  Arguments object(String name) throws NotDerivableException {
    JsonNode value = value(name);
    if (value.isObject()) {
      return new Arguments(contract, schema.path("properties").path(name), value);
    }
    throw new NotDerivableException("the request has no object " + name);
  }

  int integer(String name) throws NotDerivableException {
    JsonNode value = value(name);
    if (value.isIntegralNumber() && value.canConvertToInt()) {
      return value.intValue();
    }
    throw new NotDerivableException("the request has no integer " + name);
  }

  String text(String name) throws NotDerivableException {
    JsonNode value = value(name);
    if (value.isTextual()) {
      return value.textValue();
    }
    throw new NotDerivableException("the request has no text " + name);
  }

  /** As {@link #integer}; absent or null gives the other number. */
  int integerOr(String name, int other) throws NotDerivableException {
    return isGiven(name) ? integer(name) : other;
  }

  /** As {@link #text}; absent or null gives nothing. */
  Optional<String> optionalText(String name) throws NotDerivableException {
    return isGiven(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** Whether the request can have such an argument. */
  boolean knows(String name) {
    return schema.path("properties").has(name);
  }

  /** The integers of a list; absent or null is an empty one. */
  List<Integer> integers(String name) throws NotDerivableException {
    List<Integer> all = new ArrayList<>();
    for (JsonNode each : value(name)) {
      if (!each.isIntegralNumber() || !each.canConvertToInt()) {
        throw new NotDerivableException("the request has no integers in " + name);
      }
      all.add(each.intValue());
    }
    return all;
  }

  private boolean isGiven(String name) throws NotDerivableException {
    JsonNode value = value(name);
    return !value.isMissingNode() && !value.isNull();
  }

  private JsonNode value(String name) throws NotDerivableException {
    if (!schema.path("properties").has(name)) {
      throw new NotDerivableException("the contract's request has no property " + name);
    }
    return values.path(name);
  }
}
