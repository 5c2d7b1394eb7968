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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Checks values against the schemas of one OpenAPI 3.0 document; each schema is compiled once.
 * Thread-safe.
 */
final class SchemaCheck {
  /** A name by which the document's own references find it; nothing is ever fetched. */
  private static final String DOCUMENT = "urn:erpsync:contract";

  private final JsonNode schemas;
  private final SchemaRegistry registry;
  private final Map<JsonPointer, Schema> compiled = new ConcurrentHashMap<>();

  SchemaCheck(JsonNode document) {
    schemas = JsonSchemas.of(document);
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
                builder.schemaRegistryConfig(config).schemas(Map.of(DOCUMENT, schemas.toString())));
  }

  /** All violations. */
  List<Violation> check(JsonPointer schema, JsonNode value) {
    return check(schema, value, Integer.MAX_VALUE);
  }

  /** The violations that the first errors of the library amount to; it stops after these. */
  List<Violation> check(JsonPointer schema, JsonNode value, int most) {
    var errors = new FirstErrors(most);
    try {
      compiled
          .computeIfAbsent(schema, this::compile)
          .validate(value, context -> context.setErrors(errors));
    } catch (Enough e) {
      // The first errors are complete.
    }
    return withoutRepetition(errors.stream().map(this::violation).toList());
  }

  /** A value of another type is no member of an enum either; one message is enough. */
  private static List<Violation> withoutRepetition(List<Violation> violations) {
    Set<String> otherType =
        violations.stream()
            .filter(violation -> violation.rule().equals("type"))
            .map(Violation::pointer)
            .collect(Collectors.toSet());
    return violations.stream()
        .filter(v -> !(v.rule().equals("enum") && otherType.contains(v.pointer())))
        .toList();
  }

  /** Collects the errors of one check and ends it when there are enough. */
  private static final class FirstErrors extends ArrayList<Error> {
    private static final long serialVersionUID = 1L;

    private final int most;

    FirstErrors(int most) {
      this.most = most;
    }

    @Override
    public boolean add(Error error) {
      super.add(error);
      if (size() >= most) {
        throw new Enough();
      }
      return true;
    }
  }

  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super("", null, false, false);
    }
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

  private Violation violation(Error error) {
    String rule = error.getKeyword();
    String at = error.getInstanceLocation().toString();
    JsonNode found = error.getInstanceNode();
    if (error.getProperty() != null) {
      at += "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
      found = found.path(error.getProperty());
    }
    return new Violation(
        at, rule, Wording.of(schemaOf(error), rule, error.getMessage()), Violation.typeOf(found));
  }

  /** The schema that a broken rule stands in. */
  private JsonNode schemaOf(Error error) {
    String rule = error.getSchemaLocation().getFragment().toString();
    return schemas.at(JsonPointer.compile(rule).head());
  }
}
