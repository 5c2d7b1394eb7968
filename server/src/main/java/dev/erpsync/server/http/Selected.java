package dev.erpsync.server.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;

/**
 * An answer as a tree, of which only a part was selected, or some texts were resolved.
 *
 * @param schema name of the schema that it still has; where it is an array, that of each element
 * @param value what is written
 */
record Selected(String schema, @JsonValue JsonNode value) {
  /** The tree of an answer; empty for a bare value, which has nothing to select or resolve. */
  static Optional<Selected> of(ObjectMapper mapper, Object entity) {
    if (entity instanceof Selected selected) {
      return Optional.of(selected);
    }
    Object sample = entity instanceof List<?> list && !list.isEmpty() ? list.get(0) : entity;
    JsonNode value = mapper.valueToTree(entity);
    return value.isContainerNode()
        ? Optional.of(new Selected(sample.getClass().getSimpleName(), value))
        : Optional.empty();
  }
}
