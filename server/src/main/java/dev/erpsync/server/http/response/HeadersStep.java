package dev.erpsync.server.http.response;

import dev.erpsync.server.http.routing.Call;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/**
 * Adds the charset, as the documented samples have it (D13), the id of the request, and headers
 * that forbid browsers to store a response or to guess its type.
 */
public final class HeadersStep implements ResponseStep {
  /** The header with the id by which log and response can be matched. */
  public static final String REQUEST_ID = "X-Request-Id";

  /** On every response, errors of the container included. */
  public static final Map<String, String> ALWAYS =
      Map.of("Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

  @Override
  public void apply(Call call, ContainerRequestContext request, ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    if (response.hasEntity() && type != null) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, type.withCharset("utf-8"));
    }
    response.getHeaders().putSingle(REQUEST_ID, call.id());
    ALWAYS.forEach(response.getHeaders()::putSingle);
  }
}
