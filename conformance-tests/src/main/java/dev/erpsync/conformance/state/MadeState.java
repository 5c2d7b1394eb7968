package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The state of a sample on a target whose ids are its own.
 *
 * @param state connections and connectors as the target answered them, and the links
 * @param counterparts the target's ids
 * @param made what is to be removed, the first one last
 */
public record MadeState(ObjectNode state, Counterparts counterparts, List<Removal> made) {
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

  /** The target's id for one that stands under a name, such as {@code ErpConnectionId}. */
  public int in(String name, int id) {
    return counterparts.id(name, id);
  }

  /** Whether the target has something for an id that stands under a name. */
  public boolean has(String name, int id) {
    return counterparts.has(name, id);
  }

  /** From now on the target has this for an id that stands under a name. */
  public void pair(String name, int id, int target) {
    counterparts.put(name, id, target);
  }
}
