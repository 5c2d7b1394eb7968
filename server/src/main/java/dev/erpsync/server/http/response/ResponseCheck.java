package dev.erpsync.server.http.response;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.server.http.routing.Breach;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Header;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Answers against what the contract says of their operation. Thread-safe. (D4) */
final class ResponseCheck {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

  private final Contract contract;

  ResponseCheck(Contract contract) {
    this.contract = contract;
  }

  /**
   * An answer before it is encoded.
   *
   * @param mediaType without parameters; empty without a body
   * @param headers finds the value of a header by its name
   * @param body empty when there is none
   * @param emptied JSON pointers of what {@code $select} emptied: null is right there (D8)
   */
  record Answer(
      int status,
      Optional<String> mediaType,
      Function<String, Optional<String>> headers,
      Optional<JsonNode> body,
      Set<String> emptied) {}

  /** What the answer breaks; empty when it is one that the contract allows. */
  List<Breach> check(Operation operation, Answer answer) {
    if (!operation.documents(answer.status())) {
      String message = "not one of " + String.join(", ", operation.statuses());
      return List.of(breach("response status", "responses", message, "integer"));
    }
    List<Breach> breaches = new ArrayList<>(headers(operation, answer));
    List<String> types = operation.responseTypes(contract, answer.status());
    if (types.isEmpty() != answer.body().isEmpty()) {
      String message = types.isEmpty() ? "nothing belongs here" : "required";
      breaches.add(
          breach("response body", "content", message, types.isEmpty() ? "a body" : "nothing"));
    } else if (!types.isEmpty()) {
      breaches.addAll(body(operation, answer, types));
    }
    return breaches;
  }

  private List<Breach> headers(Operation operation, Answer answer) {
    List<Breach> breaches = new ArrayList<>();
    for (Header header : operation.responseHeaders(contract, answer.status())) {
      Optional<String> value = answer.headers().apply(header.name());
      if (value.isPresent()) {
        contract
            .check(header.schema(), literal(value.get()))
            .forEach(
                broken -> breaches.add(new Breach("response header " + header.name(), broken)));
      } else if (header.required()) {
        var missing = new Violation("", "required", "required", "nothing");
        breaches.add(new Breach("response header " + header.name(), missing));
      }
    }
    return breaches;
  }

  private List<Breach> body(Operation operation, Answer answer, List<String> types) {
    String type = answer.mediaType().orElse("");
    Optional<JsonPointer> schema = operation.responseSchema(contract, answer.status(), type);
    if (schema.isEmpty()) {
      String message = "not one of " + String.join(", ", types);
      var undocumented = new Violation("", "content", message, "string");
      return List.of(new Breach("response header Content-Type", undocumented));
    }
    return Breach.all(
        "response body",
        contract.check(schema.get(), answer.body().orElseThrow()).stream()
            .filter(violation -> !answer.emptied().contains(violation.pointer()))
            .toList());
  }

  /** Headers are texts; the contract means the number that some of them spell. */
  private static JsonNode literal(String text) {
    return INTEGER.matcher(text).matches()
        ? IntNode.valueOf(Integer.parseInt(text))
        : TextNode.valueOf(text);
  }

  private static Breach breach(String side, String rule, String message, String found) {
    return new Breach(side, new Violation("", rule, message, found));
  }
}
