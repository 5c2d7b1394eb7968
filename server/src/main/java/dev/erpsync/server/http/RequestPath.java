package dev.erpsync.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.PathSegment;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The path of a request as the contract writes it. Jersey finds an operation also when a slash
 * follows its path, or parameters of a segment; no check may then be passed by.
 */
final class RequestPath {
  private RequestPath() {}

  static String of(ContainerRequestContext request) {
    return request.getUriInfo().getPathSegments().stream()
        .map(PathSegment::getPath)
        .filter(Predicate.not(String::isEmpty))
        .collect(Collectors.joining("/", "/", ""));
  }
}
