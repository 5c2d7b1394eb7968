package dev.erpsync.server.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * An answer as a tree, so that parts of it can be left out and texts resolved.
 *
 * @param schema where the contract has the schema of the answer
 * @param value what is written
 * @param emptied JSON pointers of what was not selected, and so is null whatever the schema says
 */
record AnswerTree(JsonPointer schema, @JsonValue JsonNode value, Set<String> emptied) {
  /** The same answer, of which something was emptied. */
  AnswerTree emptied(Set<String> pointers) {
    return new AnswerTree(schema, value, pointers);
  }
}
