package dev.erpsync.server.http;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of which only a part was selected.
 *
 * @param schema name of the schema that it still has
 * @param value what is written
 */
record Selected(String schema, @JsonValue JsonNode value) {}
