package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A contract, read once from this jar. Whoever needs to know at run time what the contract says
 * asks here.
 *
 * <p>Immutable and thread-safe, as long as nobody changes the trees that it hands out.
 */
public final class Contract {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode document;
  private final List<Operation> operations;
  private final SchemaCheck check;

  /** Schemas by the references to them, which every check follows again. */
  private final Map<String, JsonNode> referred = new ConcurrentHashMap<>();

  private Contract(JsonNode document) {
    this.document = document;
    this.operations = operationsOf(document);
    this.check = new SchemaCheck(document);
  }

  /** The contract of the ErpSync agent; always the same instance. */
  public static Contract erpSync() {
    return ErpSync.CONTRACT;
  }

  /** The contract of the emulator control; always the same instance. */
  public static Contract emulator() {
    return Emulator.CONTRACT;
  }

  /** The contract of what a server says about itself; always the same instance. */
  public static Contract discovery() {
    return Discovery.CONTRACT;
  }

  /**
   * Another contract.
   *
   * @param document an OpenAPI document whose references stay inside of it; not to be changed
   */
  public static Contract of(JsonNode document) {
    return new Contract(document);
  }

  /** The bundled OpenAPI document. */
  public JsonNode document() {
    return document;
  }

  /** All operations, in the order of the contract. */
  public List<Operation> operations() {
    return operations;
  }

  /** The operation with this id. */
  public Optional<Operation> operation(String id) {
    return operations.stream().filter(operation -> operation.id().equals(id)).findFirst();
  }

  /**
   * Checks a value against a schema.
   *
   * @param schema where the schema stands in {@link #document()}
   * @return what the value breaks, in the order found; empty when it conforms
   */
  public List<Violation> check(JsonPointer schema, JsonNode value) {
    return check.check(schema, value);
  }

  /**
   * As {@link #check(JsonPointer, JsonNode)}, but stops after a number of violations, so that a
   * value from a client costs little however many there are.
   *
   * @param most more than 0
   */
  public List<Violation> firstViolations(JsonPointer schema, JsonNode value, int most) {
    return check.check(schema, value, most);
  }

  /** As {@link #check(JsonPointer, JsonNode)}, for a schema by its name. */
  public List<Violation> check(String schemaName, JsonNode value) {
    return check(schemaPointer(schemaName), value);
  }

  /**
   * Finds what a value has beyond a schema, at any depth, where the schema does not forbid it.
   *
   * @param schema where the schema stands in {@link #document()}
   * @return one violation a property, in the order of the value, 100 at most
   */
  public List<Violation> unknownProperties(JsonPointer schema, JsonNode value) {
    return UnknownProperties.in(this, document.at(schema), value);
  }

  /**
   * Gives the properties of a value the contract's names, where they differ in letter case only, at
   * any depth; keys of dictionaries stay. Also a number becomes its text where the schema has
   * {@code x-numeric-input}. (D4, D18)
   *
   * @param schema where the schema of the value stands in {@link #document()}
   * @param value changed in place; of two properties with one name the later one stays
   * @return the names that differed
   */
  public NameMatches canonicalize(JsonPointer schema, JsonNode value) {
    return new Canonicalizer(this).value(document.at(schema), value);
  }

  /**
   * As {@link #canonicalize}, for a JSON Patch (RFC 6902) that makes a value of the schema: for the
   * names in its paths and its values.
   *
   * @param patch changed in place
   */
  public NameMatches canonicalizePatch(JsonPointer schema, JsonNode patch) {
    return new Canonicalizer(this).patch(document.at(schema), patch);
  }

  /** The names of all schemas. */
  public Set<String> schemaNames() {
    Set<String> names = new LinkedHashSet<>();
    document.at("/components/schemas").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The Schema Object with this name, or a missing node. */
  public JsonNode schema(String name) {
    return document.at(schemaPointer(name));
  }

  /**
   * The Schema Object itself, when the given one only refers to it; also by an {@code allOf} of
   * one, which is how OpenAPI 3.0 puts {@code nullable} beside a reference.
   */
  public JsonNode resolve(JsonNode schema) {
    JsonNode ref = schema.path("$ref");
    if (!ref.isTextual()) {
      JsonNode all = schema.path("allOf");
      return all.size() == 1 ? resolve(all.get(0)) : schema;
    }
    JsonNode known = referred.get(ref.textValue());
    if (known != null) {
      return known;
    }
    JsonNode found = resolve(document.at(JsonPointer.compile(ref.textValue().substring(1))));
    referred.put(ref.textValue(), found);
    return found;
  }

  /** Where the schema with this name stands, if there is one. */
  public static JsonPointer schemaPointer(String name) {
    return JsonPointer.compile("/components/schemas").appendProperty(name);
  }

  private static final class ErpSync {
    static final Contract CONTRACT = new Contract(resource("openapi.json"));
  }

  private static final class Emulator {
    static final Contract CONTRACT = new Contract(resource("emulator.json"));
  }

  private static final class Discovery {
    static final Contract CONTRACT = new Contract(resource("discovery.json"));
  }

  private static List<Operation> operationsOf(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    JsonPointer paths = JsonPointer.compile("/paths");
    for (var path : document.path("paths").properties()) {
      for (var item : path.getValue().properties()) {
        if (METHODS.contains(item.getKey())) {
          JsonNode node = item.getValue();
          operations.add(
              new Operation(
                  node.path("operationId").asText(),
                  node.at("/tags/0").asText(),
                  item.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  paths.appendProperty(path.getKey()).appendProperty(item.getKey()),
                  node));
        }
      }
    }
    return List.copyOf(operations);
  }

  static JsonNode resource(String name) {
    try (InputStream in = Contract.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
