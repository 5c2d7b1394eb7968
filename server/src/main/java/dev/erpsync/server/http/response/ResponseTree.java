package dev.erpsync.server.http.response;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * A response as a tree, so that parts of it can be emptied and texts resolved.
 *
 * @param schema where the contract has the schema
 * @param value what is written
 * @param emptied JSON pointers of what was not selected, and so is null whatever the schema says
 */
public record ResponseTree(JsonPointer schema, @JsonValue JsonNode value, Set<String> emptied) {
  /** The same response with these parts emptied. */
  public ResponseTree emptied(Set<String> pointers) {
    return new ResponseTree(schema, value, pointers);
  }
}
