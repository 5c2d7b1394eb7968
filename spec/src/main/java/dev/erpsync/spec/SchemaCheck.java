package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks values against the schemas of one OpenAPI 3.0 document; each schema is compiled once.
 * Thread-safe.
 */
final class SchemaCheck {
  /** A name by which the document's own references find it; nothing is ever fetched. */
  private static final String DOCUMENT = "urn:erpsync:contract";

  private final SchemaRegistry registry;
  private final Map<JsonPointer, Schema> compiled = new ConcurrentHashMap<>();

  SchemaCheck(JsonNode document) {
    var config =
        SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            // The messages reach clients: they must not depend on the machine's language.
            .locale(Locale.ENGLISH)
            .pathType(PathType.JSON_POINTER)
            .build();
    registry =
        SchemaRegistry.withDialect(
            dialect(),
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemas(Map.of(DOCUMENT, JsonSchemas.of(document).toString())));
  }

  List<Violation> check(JsonPointer schema, JsonNode value) {
    return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
        .map(SchemaCheck::violation)
        .toList();
  }

  /** Draft 4 with int32. What OpenAPI has beyond that, around and in schemas, checks nothing. */
  private static Dialect dialect() {
    return Dialect.builder(Dialects.getDraft4())
        .format(new Int32Format())
        .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
        .build();
  }

  private Schema compile(JsonPointer schema) {
    return registry.getSchema(SchemaLocation.of(DOCUMENT + "#" + schema));
  }

  private static Violation violation(Error error) {
    boolean missing = error.getKeyword().equals("required");
    String at = error.getInstanceLocation().toString();
    return new Violation(
        missing ? at + "/" + error.getProperty() : at,
        error.getKeyword(),
        error.getMessage(),
        missing ? "nothing" : typeOf(error.getInstanceNode()));
  }

  private static String typeOf(JsonNode node) {
    return node.isIntegralNumber() ? "integer" : node.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
