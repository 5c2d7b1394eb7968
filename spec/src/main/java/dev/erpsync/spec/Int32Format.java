package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;

/**
 * OpenAPI's {@code int32}: an integer of 32 bits with a sign. The library knows the name and checks
 * nothing. (D9)
 */
final class Int32Format implements Format {
  static final String NAME = "int32";

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public String getMessageKey() {
    return "format";
  }

  @Override
  public boolean matches(ExecutionContext context, SchemaContext schema, JsonNode value) {
    return !value.isIntegralNumber() || value.canConvertToInt();
  }
}
