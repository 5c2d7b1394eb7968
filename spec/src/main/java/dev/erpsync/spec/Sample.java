package dev.erpsync.spec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One documented exchange, exactly as the page prints it.
 *
 * @param operation id of the operation
 * @param name name of the sample, unique in the contract, such as {@code CreateActorLink-000}
 * @param page the vendor's page
 * @param because why the documented answer is true in the given state
 * @param given the state in which the documented answer is true, in the form of {@code
 *     EmulatorState}
 * @param request documented request headers and body
 * @param status documented status
 * @param response documented response headers and body
 */
public record Sample(
    String operation,
    String name,
    String page,
    String because,
    JsonNode given,
    Message request,
    int status,
    Message response) {

  /**
   * Headers and body of one side, as printed.
   *
   * @param headers in the order printed
   * @param body the JSON value; empty when the page prints none. A printed {@code null} is a value
   * @param query of a request, the encoded query without {@code ?}, which the page may lack (D44);
   *     empty for none
   */
  public record Message(Map<String, String> headers, Optional<JsonNode> body, String query) {
    /** A message without a query. */
    public Message(Map<String, String> headers, Optional<JsonNode> body) {
      this(headers, body, "");
    }

    static Message of(JsonNode node) {
      Map<String, String> headers = new LinkedHashMap<>();
      node.path("headers")
          .properties()
          .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
      return new Message(
          headers,
          Optional.ofNullable(node.at("/body").get("value")),
          node.path("query").asText(""));
    }
  }

  /** The part of the name that tells samples of one operation apart. */
  public String variant() {
    return name.substring(operation.length() + 1);
  }

  /** The same exchange with another request body, where it has one. */
  public Sample withRequestBody(UnaryOperator<JsonNode> change) {
    var changed = new Message(request.headers(), request.body().map(change), request.query());
    return new Sample(operation, name, page, because, given, changed, status, response);
  }

  /** All samples of the contract, by operation and name. */
  public static List<Sample> all() {
    List<Sample> samples = new ArrayList<>();
    for (var operation : Contract.resource("samples.json").properties()) {
      for (var sample : operation.getValue().properties()) {
        samples.add(of(operation.getKey(), sample.getKey(), sample.getValue()));
      }
    }
    return List.copyOf(samples);
  }

  /**
   * A sample that is written in the form of those of the contract.
   *
   * @param operation id of the operation
   * @param name name of the sample
   * @param node headers, queries and bodies; what is missing is empty
   */
  public static Sample of(String operation, String name, JsonNode node) {
    return new Sample(
        operation,
        name,
        node.at("/source/page").asText(),
        node.path("because").asText(),
        node.path("given"),
        Message.of(node.path("request")),
        node.at("/response/status").asInt(),
        Message.of(node.path("response")));
  }
}
