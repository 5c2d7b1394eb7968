package dev.erpsync.server.http.routing;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Lets only paths of the contracts pass, to the letter but for needless percent signs, and responds
 * to OPTIONS. Routing alone would accept a slash too many. (D6)
 */
@PreMatching
public final class PathFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    Call call = Call.of(request);
    if (call.methods().isEmpty()) {
      throw new NotFoundException();
    }
    if (call.method().equals("OPTIONS")) {
      request.abortWith(Response.noContent().header(HttpHeaders.ALLOW, allow(call)).build());
    }
  }

  /** The value of Allow. */
  static String allow(Call call) {
    return String.join(", ", call.methods());
  }
}
