package dev.erpsync.server.http.routing;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Rejects a method that no contract has for the path, and names those that there are. (D6) */
@PreMatching
public final class MethodFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    Call call = Call.of(request);
    if (!call.methods().contains(call.method())) {
      throw new NotAllowedException(
          Response.status(405).header(HttpHeaders.ALLOW, PathFilter.allow(call)).build());
    }
  }
}
