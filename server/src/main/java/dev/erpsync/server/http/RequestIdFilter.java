package dev.erpsync.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.UUID;

/**
 * Gives every request an id, which its answer repeats in {@code X-Request-Id} and the log names.
 */
@PreMatching
final class RequestIdFilter implements ContainerRequestFilter, ContainerResponseFilter {
  static final String HEADER = "X-Request-Id";

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(HEADER, UUID.randomUUID().toString());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HEADER, of(request));
  }

  /** The id of a request. */
  static String of(ContainerRequestContext request) {
    return String.valueOf(request.getProperty(HEADER));
  }
}
