package dev.erpsync.conformance.cases;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Headers that an answer must have: those of the contract, and those of a case. */
public final class RequiredHeaders {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

  private final Contract contract;

  /** Headers of one contract. */
  public RequiredHeaders(Contract contract) {
    this.contract = contract;
  }

  /** What the contract requires of answers with this status. */
  public List<Difference> check(Operation operation, Answer answer) {
    JsonPointer headers = operation.response(contract, answer.status()).appendProperty("headers");
    List<Difference> differences = new ArrayList<>();
    for (var header : contract.document().at(headers).properties()) {
      if (header.getValue().path("required").asBoolean()) {
        String name = header.getKey();
        List<String> found = answer.response().header(name);
        JsonPointer schema = headers.appendProperty(name).appendProperty("schema");
        if (found.stream().noneMatch(value -> contract.check(schema, value(value)).isEmpty())) {
          String expected = wanted(contract.document().at(schema));
          differences.add(new Difference(name, expected, told(found)));
        }
      }
    }
    return differences;
  }

  /** What a case asks for. */
  List<Difference> check(Map<String, Pattern> expected, Answer answer) {
    List<Difference> differences = new ArrayList<>();
    expected.forEach(
        (name, form) -> {
          List<String> found = answer.response().header(name);
          if (!form.matcher(String.join(", ", found)).matches()) {
            differences.add(new Difference(name, form.pattern(), told(found)));
          }
        });
    return differences;
  }

  private static JsonNode value(String header) {
    return INTEGER.matcher(header.strip()).matches()
        ? IntNode.valueOf(Integer.parseInt(header.strip()))
        : TextNode.valueOf(header);
  }

  /** A header's only values as they are sent, anything else as its schema. */
  private static String wanted(JsonNode schema) {
    JsonNode values = schema.path("enum");
    return values.isEmpty()
        ? schema.toString()
        : StreamSupport.stream(values.spliterator(), false)
            .map(JsonNode::asText)
            .collect(Collectors.joining(" or "));
  }

  private static String told(List<String> found) {
    return found.isEmpty() ? "nothing" : String.join(", ", found);
  }
}
