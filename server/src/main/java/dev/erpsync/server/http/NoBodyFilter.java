package dev.erpsync.server.http;

import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Violation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;

/** Refuses a body where the operation takes none, for servers that are strict. (D42) */
final class NoBodyFilter implements ContainerRequestFilter {
  private final Routes routes;

  NoBodyFilter(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (routes.operation(request).map(Operation::requestTypes).filter(List::isEmpty).isPresent()
        && request.hasEntity()) {
      var surplus = new Violation("", "content", "nothing belongs here", "a body");
      MalformedRequestException.refuse("request body", List.of(surplus));
    }
  }
}
