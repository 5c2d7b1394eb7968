package dev.erpsync.spec;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One operation of a contract.
 *
 * @param id the operation id, which is the vendor's name of it
 * @param tag the group it belongs to
 * @param method HTTP method in capitals
 * @param path path from the root of the server
 * @param pointer JSON pointer of the Operation Object in the contract
 * @param node the Operation Object; not to be changed
 */
public record Operation(
    String id, String tag, String method, String path, JsonPointer pointer, JsonNode node) {

  /** Media types of request bodies in the order of the contract; empty when it takes no body. */
  public List<String> requestTypes() {
    return names(node.at("/requestBody/content"));
  }

  /**
   * Media types of answers with this status; empty when they have no body.
   *
   * @param contract the contract of this operation
   */
  public List<String> responseTypes(Contract contract, int status) {
    return names(contract.document().at(response(contract, status)).path("content"));
  }

  /** The statuses that the contract documents one by one, in its order. */
  public List<String> statuses() {
    return names(node.path("responses")).stream().filter(s -> !s.endsWith("XX")).toList();
  }

  /**
   * Whether the contract documents this very status for the operation. A range of statuses does not
   * count: it is for what HTTP itself refuses.
   */
  public boolean documents(int status) {
    return node.path("responses").has(Integer.toString(status));
  }

  /** The status that says that all went well. */
  public int successStatus() {
    return names(node.path("responses")).stream()
        .filter(status -> status.startsWith("2"))
        .mapToInt(Integer::parseInt)
        .findFirst()
        .orElseThrow();
  }

  /** Where the schema of request bodies of a media type stands in the contract. */
  public Optional<JsonPointer> requestSchema(String type) {
    JsonPointer schema = schema(JsonPointer.compile("/requestBody/content"), type);
    return node.at(schema).isMissingNode() ? Optional.empty() : Optional.of(pointer.append(schema));
  }

  /**
   * Where the schema of answers with this status and media type stands in the contract.
   *
   * @param contract the contract of this operation
   */
  public Optional<JsonPointer> responseSchema(Contract contract, int status, String type) {
    JsonPointer schema = schema(response(contract, status).appendProperty("content"), type);
    return Optional.of(schema).filter(at -> !contract.document().at(at).isMissingNode());
  }

  /** Whether it leaves everything stored as it is: {@code x-read-only}. */
  public boolean isReadOnly() {
    return node.path("x-read-only").booleanValue();
  }

  /**
   * Whether to carry it out twice in a row leaves stored what carrying it out once leaves: {@code
   * x-idempotent}. What is read-only is so without the mark.
   */
  public boolean isIdempotent() {
    return isReadOnly() || node.path("x-idempotent").booleanValue();
  }

  /**
   * Header and query parameters, in the order of the contract.
   *
   * @param contract the contract of this operation
   */
  public List<Parameter> parameters(Contract contract) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < node.path("parameters").size(); i++) {
      JsonPointer at = referred(contract, pointer.appendProperty("parameters").appendIndex(i));
      JsonNode parameter = contract.document().at(at);
      parameters.add(
          new Parameter(
              parameter.path("name").asText(),
              parameter.path("in").asText(),
              parameter.path("required").booleanValue(),
              at.appendProperty("schema")));
    }
    return List.copyOf(parameters);
  }

  /**
   * What answers with this status say in headers.
   *
   * @param contract the contract of this operation
   */
  public List<Header> responseHeaders(Contract contract, int status) {
    List<Header> headers = new ArrayList<>();
    JsonPointer all = response(contract, status).appendProperty("headers");
    for (String name : names(contract.document().at(all))) {
      JsonPointer at = referred(contract, all.appendProperty(name));
      boolean required = contract.document().at(at).path("required").booleanValue();
      headers.add(new Header(name, required, at.appendProperty("schema")));
    }
    return List.copyOf(headers);
  }

  private static JsonPointer schema(JsonPointer content, String type) {
    return content.appendProperty(type).appendProperty("schema");
  }

  /**
   * Where the Response Object of answers with this status stands in the contract.
   *
   * @param contract the contract of this operation
   */
  public JsonPointer response(Contract contract, int status) {
    return referred(
        contract, pointer.appendProperty("responses").appendProperty(responseKey(status)));
  }

  /** A status by itself goes before its range (OpenAPI 3.0.3, Responses Object). */
  private String responseKey(int status) {
    String exact = Integer.toString(status);
    return node.path("responses").has(exact) ? exact : exact.charAt(0) + "XX";
  }

  /** Where an object stands: error responses and parameters are components, referred to. */
  private static JsonPointer referred(Contract contract, JsonPointer at) {
    JsonNode ref = contract.document().at(at).path("$ref");
    return ref.isTextual() ? JsonPointer.compile(ref.textValue().substring(1)) : at;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return List.copyOf(names);
  }
}
