package dev.erpsync.server.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Parameter;
import dev.erpsync.spec.Violation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Checks query and headers of a request against the parameters of its operation, all of which are
 * texts; where the level is strict the query may hold nothing else. (D4)
 */
final class ParametersFilter implements ContainerRequestFilter {
  private static final String QUERY = "query";
  private static final String SIDE = "request parameter ";
  private static final int LONGEST_NAME = 200;

  private final Contract contract;
  private final Routes routes;
  private final boolean strict;
  private final Map<JsonPointer, List<Parameter>> parameters;

  ParametersFilter(Contract contract, Routes routes, boolean strict) {
    this.contract = contract;
    this.routes = routes;
    this.strict = strict;
    this.parameters =
        contract.operations().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Operation::pointer, operation -> operation.parameters(contract)));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    routes.operation(request).ifPresent(operation -> check(operation, request));
  }

  private void check(Operation operation, ContainerRequestContext request) {
    List<Parameter> known = Objects.requireNonNull(parameters.get(operation.pointer()));
    List<Breach> breaches = new ArrayList<>();
    known.forEach(parameter -> breaches.addAll(breaches(parameter, request)));
    if (strict) {
      breaches.addAll(unknown(known, request));
    }
    if (!breaches.isEmpty()) {
      throw new MalformedRequestException(breaches);
    }
  }

  private List<Breach> breaches(Parameter parameter, ContainerRequestContext request) {
    var sent =
        parameter.in().equals(QUERY)
            ? request.getUriInfo().getQueryParameters()
            : request.getHeaders();
    List<Breach> breaches = new ArrayList<>();
    for (String value : sent.getOrDefault(parameter.name(), List.of())) {
      for (Violation broken : contract.check(parameter.schema(), TextNode.valueOf(value))) {
        String side = parameter.in().equals(QUERY) ? SIDE : "request header ";
        breaches.add(new Breach(side + parameter.name(), broken));
      }
    }
    return breaches;
  }

  private static List<Breach> unknown(List<Parameter> known, ContainerRequestContext request) {
    List<String> names =
        known.stream().filter(p -> p.in().equals(QUERY)).map(Parameter::name).toList();
    String message = "unknown; known are " + String.join(", ", names);
    var unknown = new Violation("", "parameters", message, "string");
    return request.getUriInfo().getQueryParameters().keySet().stream()
        .filter(name -> !names.contains(name))
        .map(name -> new Breach(SIDE + shortened(name), unknown))
        .toList();
  }

  /** The sender may have chosen any name. */
  private static String shortened(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
  }
}
