package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * The state of a sample on a target whose ids are its own.
 *
 * @param state connections and connectors as the target answered them, and the links
 * @param counterparts the target's ids
 * @param made what is to be removed, the first one last
 */
public record MadeState(JsonNode state, Counterparts counterparts, List<Removal> made) {
  /** A request body, or an answer, with the ids of the target. */
  public JsonNode in(JsonNode value) {
    return counterparts.in(value);
  }

  /**
   * What a call inserted is to be removed too.
   *
   * @param sent its arguments
   */
  public void adopt(String operation, JsonNode sent, JsonNode answer) {
    Removal.of(operation, sent, answer).ifPresent(made::add);
  }

  /** An encoded query with the ids of the target. */
  public String in(String query) {
    return counterparts.in(query);
  }
}
