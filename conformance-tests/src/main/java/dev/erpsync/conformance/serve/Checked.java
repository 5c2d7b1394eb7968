package dev.erpsync.conformance.serve;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.replay.Difference;
import java.util.List;
import java.util.Optional;

/**
 * What came of the check of one side of an exchange.
 *
 * @param differences where it is not as the contract has it; without values of the body
 * @param value what the body says; empty when there is none, or it cannot be read
 */
public record Checked(List<Difference> differences, Optional<JsonNode> value) {
  static Checked of(JsonNode value) {
    return new Checked(List.of(), Optional.of(value));
  }

  static Checked of(Difference difference) {
    return new Checked(List.of(difference), Optional.empty());
  }
}
