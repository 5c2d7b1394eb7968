package dev.erpsync.server.http.routing;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;

/**
 * Resolves the operation of a request once, for all later steps, and gives Jersey the path in its
 * normal form.
 */
@PreMatching
public final class CallFilter implements ContainerRequestFilter {
  private final Routes routes;

  /** A filter for these routes. */
  public CallFilter(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Call call = Call.resolve(request, routes);
    URI uri = request.getUriInfo().getRequestUri();
    if (!call.methods().isEmpty() && !call.path().equals(uri.getRawPath())) {
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      request.setRequestUri(uri.resolve(call.path() + query));
    }
  }
}
