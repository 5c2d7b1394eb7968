package dev.erpsync.conformance.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Arguments that stand in the query, by the names that the contract gives them. (D43) */
public final class QueryArguments {
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");

  private QueryArguments() {}

  /** The required parameters of a query; numbers are what the contract has there. */
  public static ObjectNode of(Contract contract, Operation operation, String query) {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    for (String pair : query.split("&", -1)) {
      int end = pair.indexOf('=') < 0 ? pair.length() : pair.indexOf('=');
      String name = URLDecoder.decode(pair.substring(0, end), StandardCharsets.UTF_8);
      String value = pair.substring(Math.min(end + 1, pair.length()));
      for (Parameter parameter : operation.parameters(contract)) {
        if (parameter.required()
            && parameter.name().equalsIgnoreCase(name)
            && INTEGER.matcher(value).matches()) {
          arguments.set(parameter.name(), IntNode.valueOf(Integer.parseInt(value)));
        }
      }
    }
    return arguments;
  }

  /** The arguments of a request, from its body, or where it has none from its query. */
  public static JsonNode orBody(Contract contract, Operation operation, Request request) {
    return operation.requestTypes().isEmpty()
        ? of(contract, operation, request.query())
        : request.body().orElseGet(MissingNode::getInstance);
  }
}
