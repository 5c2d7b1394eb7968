package dev.erpsync.server.http;

import dev.erpsync.spec.Contract;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses a request without the body that its operation requires; no reader would be asked. */
final class RequiredBodyFilter implements ContainerRequestFilter {
  private final Set<String> calls;

  RequiredBodyFilter(List<Contract> contracts) {
    this.calls =
        contracts.stream()
            .flatMap(contract -> contract.operations().stream())
            .filter(operation -> operation.node().at("/requestBody/required").booleanValue())
            .map(operation -> operation.method() + " " + operation.path())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (calls.contains(request.getMethod() + " /" + request.getUriInfo().getPath())
        && !request.hasEntity()) {
      throw new MalformedRequestException("request body: nothing was sent");
    }
  }
}
