package dev.erpsync.conformance.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Parameter;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Query and headers of a request against the parameters of its operation. Thread-safe. */
final class SentParameters {
  private static final String QUERY = "query";
  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,30}");

  private final Contract contract;

  SentParameters(Contract contract) {
    this.contract = contract;
  }

  /** Where they are not as the contract has them; without their values. */
  List<Difference> check(Operation operation, Request request) {
    List<Difference> differences = new ArrayList<>();
    Map<String, List<String>> query = query(request.query());
    List<Parameter> parameters = operation.parameters(contract);
    for (Parameter parameter : parameters) {
      List<String> sent =
          parameter.in().equals(QUERY)
              ? named(query, parameter.name())
              : request.header(parameter.name()).stream().toList();
      if (sent.isEmpty() && isRequired(parameter)) {
        differences.add(new Difference(parameter.name(), "the parameter", "nothing"));
      }
      for (String value : sent) {
        contract
            .check(parameter.schema(), value(parameter, value))
            .forEach(v -> differences.add(named(parameter, Difference.of(v))));
      }
    }
    List<String> known =
        parameters.stream().filter(p -> p.in().equals(QUERY)).map(Parameter::name).toList();
    query.keySet().stream()
        .filter(name -> known.stream().noneMatch(name::equalsIgnoreCase))
        .map(name -> new Difference(QUERY, "only " + String.join(", ", known), shortened(name)))
        .forEach(differences::add);
    return differences;
  }

  /** Names count in any letter case. (D43) */
  private static List<String> named(Map<String, List<String>> query, String name) {
    return query.entrySet().stream()
        .filter(sent -> sent.getKey().equalsIgnoreCase(name))
        .flatMap(sent -> sent.getValue().stream())
        .toList();
  }

  /** What a text stands for where the contract wants an integer. */
  private JsonNode value(Parameter parameter, String text) {
    boolean integer =
        contract.document().at(parameter.schema()).path("type").asText().equals("integer");
    return integer && INTEGER.matcher(text).matches()
        ? BigIntegerNode.valueOf(new BigInteger(text))
        : TextNode.valueOf(text);
  }

  /** Names and values, decoded. */
  static Map<String, List<String>> query(String encoded) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (String field : encoded.split("&", -1)) {
      if (!field.isEmpty()) {
        String[] pair = field.split("=", 2);
        query
            .computeIfAbsent(decoded(pair[0]), name -> new ArrayList<>())
            .add(pair.length > 1 ? decoded(pair[1]) : "");
      }
    }
    return query;
  }

  private static Difference named(Parameter parameter, Difference difference) {
    return new Difference(parameter.name(), difference.expected(), difference.found());
  }

  private boolean isRequired(Parameter parameter) {
    return contract.document().at(parameter.schema().head()).path("required").asBoolean();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String shortened(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100) + "…";
  }
}
