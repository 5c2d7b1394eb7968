package dev.erpsync.conformance.bench;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A documented request, read and checked in four ways. None may find anything wrong with it. */
@State(Scope.Benchmark)
public class RequestCheckBenchmark {
  private static final String DOCUMENT = "urn:contract";

  @Param({"CreateActorLink", "SaveConnection"})
  public String operation = "";

  private final ObjectMapper mapper = new ObjectMapper();
  private final Contract contract = Contract.erpSync();
  private byte[] body = {};
  private JsonPointer pointer = JsonPointer.empty();
  private Schema schema;
  private OpenApiInteractionValidator validator;
  private SimpleRequest request;

  @Setup
  public void prepare() throws Exception {
    Operation called = contract.operation(operation).orElseThrow();
    String json = sample(operation).request().body().orElseThrow().toString();
    body = json.getBytes(StandardCharsets.UTF_8);
    pointer = called.requestSchema("application/json").orElseThrow();
    schema = openApiSchema(operation + "Request");
    validator = OpenApiInteractionValidator.createFor("dev/erpsync/spec/openapi.json").build();
    request =
        (SimpleRequest)
            SimpleRequest.Builder.post(called.path())
                .withHeader("Authorization", "Basic dGplMDpUamUw")
                .withHeader("Content-Type", "application/json; charset=utf-8")
                .withBody(json)
                .build();
    if (!library().isEmpty() || !ours().isEmpty() || validator().hasErrors()) {
      throw new IllegalStateException("a documented request is refused");
    }
  }

  /** The documented request of an operation. */
  static Sample sample(String operation) {
    return Sample.all().stream()
        .filter(sample -> sample.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  /** The limit: nothing is checked. */
  @Benchmark
  public JsonNode parse() throws Exception {
    return mapper.readTree(body);
  }

  /** As the server checks. */
  @Benchmark
  public List<Violation> ours() throws Exception {
    JsonNode value = mapper.readTree(body);
    List<Violation> violations = new ArrayList<>(contract.check(pointer, value));
    violations.addAll(contract.unknownProperties(pointer, value));
    return violations;
  }

  /** The same library with its own reading of OpenAPI 3.0. */
  @Benchmark
  public List<Error> library() throws Exception {
    return schema.validate(mapper.readTree(body));
  }

  /** A validator of whole requests: routing, security and headers are in it. */
  @Benchmark
  public ValidationReport validator() {
    return validator.validateRequest(request);
  }

  private Schema openApiSchema(String name) {
    var config = SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    return SchemaRegistry.withDialect(
            Dialects.getOpenApi30(),
            builder ->
                builder
                    .schemaRegistryConfig(config)
                    .schemas(Map.of(DOCUMENT, contract.document().toString())))
        .getSchema(SchemaLocation.of(DOCUMENT + "#/components/schemas/" + name));
  }
}
