package dev.erpsync.conformance.given;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Contract;
import java.util.Optional;

/**
 * Recognizes requests that the generator of the pages did not fill in: they say {@code null} for an
 * argument that the contract requires and that must not be null. (D20)
 */
final class Placeholders {
  private Placeholders() {}

  /**
   * What is not filled in.
   *
   * @param schema where the schema of the request stands in the contract
   * @return a name of it; empty when nothing is missing
   */
  static Optional<String> find(Contract contract, JsonPointer schema, JsonNode body) {
    JsonNode document = contract.document();
    if (isRefused(contract, schema, JsonPointer.empty(), body)) {
      return Optional.of("the body");
    }
    for (JsonNode required : contract.resolve(document.at(schema)).path("required")) {
      JsonPointer argument = JsonPointer.empty().appendProperty(required.asText());
      if (isRefused(contract, schema, argument, body)) {
        return Optional.of(required.asText());
      }
    }
    return Optional.empty();
  }

  /** Whether there is a null that breaks the schema: what may be null, the schema itself knows. */
  private static boolean isRefused(
      Contract contract, JsonPointer schema, JsonPointer place, JsonNode body) {
    return body.at(place).isNull()
        && contract.check(schema, body).stream()
            .anyMatch(violation -> violation.pointer().equals(place.toString()));
  }
}
