package dev.erpsync.server.discovery;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.server.model.ParameterDescription;
import dev.erpsync.server.model.ParameterDescription.InEnum;
import dev.erpsync.server.model.ResultDescription;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parameters and result of an operation, in words. */
final class OperationText {
  private final Contract contract;

  OperationText(Contract contract) {
    this.contract = contract;
  }

  /** The properties of the body, then the rest. */
  List<ParameterDescription> parameters(Operation operation) {
    List<ParameterDescription> all = new ArrayList<>();
    for (String type : operation.requestTypes().stream().limit(1).toList()) {
      JsonNode body = contract.document().at(operation.requestSchema(type).orElseThrow());
      all.addAll(properties(contract.resolve(body)));
    }
    for (JsonNode reference : operation.node().path("parameters")) {
      JsonNode parameter = contract.resolve(reference);
      all.add(
          new ParameterDescription()
              .name(parameter.path("name").asText())
              .in(InEnum.fromValue(parameter.path("in").asText()))
              .type(type(parameter.path("schema")))
              .required(parameter.path("required").booleanValue())
              .description(parameter.path("description").asText()));
    }
    return all;
  }

  ResultDescription result(Operation operation) {
    int status = operation.successStatus();
    List<String> types = operation.responseTypes(contract, status);
    Optional<JsonPointer> schema =
        types.stream()
            .findFirst()
            .flatMap(type -> operation.responseSchema(contract, status, type));
    var result =
        new ResultDescription()
            .status(status)
            .description(operation.node().at("/responses/" + status + "/description").asText())
            .types(types);
    schema.ifPresent(at -> result.type(type(contract.document().at(at))));
    return result;
  }

  private List<ParameterDescription> properties(JsonNode body) {
    List<String> required = body.path("required").valueStream().map(JsonNode::textValue).toList();
    List<ParameterDescription> all = new ArrayList<>();
    for (var property : body.path("properties").properties()) {
      all.add(
          new ParameterDescription()
              .name(property.getKey())
              .in(InEnum.BODY)
              .type(type(property.getValue()))
              .required(required.contains(property.getKey()))
              .description(contract.resolve(property.getValue()).path("description").asText()));
    }
    return all;
  }

  private String type(JsonNode schema) {
    JsonNode resolved = contract.resolve(schema);
    String type = resolved.path("type").asText();
    if (type.equals("array")) {
      return type(resolved.path("items")) + "[]";
    }
    String reference = schema.path("$ref").asText();
    boolean named = !reference.isEmpty() && (type.equals("object") || resolved.has("enum"));
    return named
        ? reference.substring(reference.lastIndexOf('/') + 1)
        : resolved.path("format").asText(type);
  }
}
