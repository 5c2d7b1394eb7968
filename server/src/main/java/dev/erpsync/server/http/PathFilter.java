package dev.erpsync.server.http;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/**
 * Lets only paths of the contracts pass, to the letter but for needless percent signs, and answers
 * OPTIONS. Routing alone would take a slash too many. (D6)
 */
@PreMatching
final class PathFilter implements ContainerRequestFilter {
  private static final String OPEN = PathFilter.class.getName();

  private final Routes routes;

  PathFilter(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    URI uri = request.getUriInfo().getRequestUri();
    List<String> methods = routes.methods(uri.getRawPath());
    if (methods.isEmpty()) {
      throw new NotFoundException();
    }
    if (request.getMethod().equals("OPTIONS")) {
      request.abortWith(Response.noContent().header(HttpHeaders.ALLOW, allow(methods)).build());
      return;
    }
    routes
        .at(request.getMethod(), uri.getRawPath())
        .ifPresent(served -> request.setProperty(OPEN, served.isOpen()));
    String normal = Routes.normal(uri.getRawPath());
    if (!normal.equals(uri.getRawPath())) {
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      request.setRequestUri(uri.resolve(normal + query));
    }
  }

  /** Whether the contract asks for no credentials. */
  static boolean isOpen(ContainerRequestContext request) {
    return Boolean.TRUE.equals(request.getProperty(OPEN));
  }

  static String allow(List<String> methods) {
    return String.join(", ", methods);
  }
}
