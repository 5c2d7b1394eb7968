package dev.erpsync.server.http;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Parameter;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the headers and query parameters that the contract declares for an operation. (D4) */
final class ParametersFilter implements ContainerRequestFilter {
  private static final String HEADER = "header";

  private final Contract contract;
  private final Map<String, List<Parameter>> byPath = new HashMap<>();

  ParametersFilter(Contract contract) {
    this.contract = contract;
    contract
        .operations()
        .forEach(operation -> byPath.put(operation.path(), operation.parameters(contract)));
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String path = RequestPath.of(request);
    for (Parameter parameter : byPath.getOrDefault(path, List.of())) {
      values(request, parameter).forEach(value -> check(parameter, value));
    }
  }

  private static List<String> values(ContainerRequestContext request, Parameter parameter) {
    return parameter.in().equals(HEADER)
        ? Optional.ofNullable(request.getHeaderString(parameter.name())).stream().toList()
        : request.getUriInfo().getQueryParameters().getOrDefault(parameter.name(), List.of());
  }

  /** All of them are texts so far; the contract's test says so. */
  private void check(Parameter parameter, String value) {
    MalformedRequestException.refuse(
        "request %s %s"
            .formatted(parameter.in().equals(HEADER) ? HEADER : "parameter", parameter.name()),
        contract.check(parameter.schema(), TextNode.valueOf(value)));
  }
}
