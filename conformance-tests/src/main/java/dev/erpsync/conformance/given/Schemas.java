package dev.erpsync.conformance.given;

import com.fasterxml.jackson.databind.JsonNode;

/** Looks into the schemas of a bundled contract. */
final class Schemas {
  private Schemas() {}

  /** The schema that a reference within the document stands for, or the schema itself. */
  static JsonNode resolve(JsonNode document, JsonNode schema) {
    JsonNode resolved = schema;
    while (resolved.has("$ref")) {
      // A reference within the document is "#" and a JSON pointer.
      resolved = document.at(resolved.path("$ref").asText().substring(1));
    }
    return resolved;
  }
}
