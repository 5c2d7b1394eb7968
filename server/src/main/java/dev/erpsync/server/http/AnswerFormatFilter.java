package dev.erpsync.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Chooses the media type of the answer before anything can go wrong, so that errors have it too.
 * What cannot be answered is answered as JSON. (D6, D13)
 */
@PreMatching
final class AnswerFormatFilter implements ContainerRequestFilter {
  private static final String PROPERTY = AnswerFormatFilter.class.getName();

  private final List<MediaType> writable;

  /**
   * @param writable the media types that can be answered, the preferred one first
   */
  AnswerFormatFilter(List<MediaType> writable) {
    this.writable = writable;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType chosen = choose(request);
    request.setProperty(PROPERTY, chosen);
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, chosen.toString());
  }

  /** The media type chosen for the answer to a request. */
  static MediaType of(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) instanceof MediaType type
        ? type
        : MediaType.APPLICATION_JSON_TYPE;
  }

  /** The accepted types come sorted by quality (RFC 9110, section 12.5.1). */
  private MediaType choose(ContainerRequestContext request) {
    try {
      return request.getAcceptableMediaTypes().stream()
          .flatMap(accepted -> writable.stream().filter(accepted::isCompatible))
          .findFirst()
          .orElse(writable.get(0));
    } catch (RuntimeException e) {
      // Jersey throws its own 400 on an Accept header that is no list of media types; any Accept is
      // fine here.
      return writable.get(0);
    }
  }
}
