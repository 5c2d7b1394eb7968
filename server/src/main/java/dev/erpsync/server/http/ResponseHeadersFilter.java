package dev.erpsync.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/**
 * Says the charset, as the documented samples do (D13), and tells browsers to keep their hands off.
 */
final class ResponseHeadersFilter implements ContainerResponseFilter {
  /** On every answer, errors of the container included. */
  static final Map<String, String> ALWAYS =
      Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (response.hasEntity() && type != null) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type.withCharset("utf-8"));
    }
    ALWAYS.forEach(response.getHeaders()::putSingle);
  }
}
