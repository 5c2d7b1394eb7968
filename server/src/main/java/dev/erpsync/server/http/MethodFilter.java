package dev.erpsync.server.http;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Refuses a method that the contracts do not have for the path, and says which they have. (D6) */
@PreMatching
final class MethodFilter implements ContainerRequestFilter {
  private final Routes routes;

  MethodFilter(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    List<String> methods = routes.methods(request.getUriInfo().getRequestUri().getRawPath());
    if (!methods.contains(request.getMethod())) {
      throw new NotAllowedException(
          Response.status(405).header(HttpHeaders.ALLOW, PathFilter.allow(methods)).build());
    }
  }
}
