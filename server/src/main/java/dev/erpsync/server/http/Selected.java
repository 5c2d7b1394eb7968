package dev.erpsync.server.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/**
 * An answer of which only a part was selected.
 *
 * @param schema name of the schema that it still has
 * @param value what is written
 * @param emptied JSON pointers of what was not selected, and so is null whatever the schema says
 */
record Selected(String schema, @JsonValue JsonNode value, Set<String> emptied) {}
