package dev.erpsync.server.http;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/**
 * Chooses the media type of the answer before anything can go wrong, so that errors have it too.
 * What cannot be answered is answered as the operation prefers; at the strict level it is refused,
 * unless the answer has no body. (D1, D6, D13)
 */
@PreMatching
final class AnswerFormatFilter implements ContainerRequestFilter {
  private static final String PROPERTY = AnswerFormatFilter.class.getName();

  private final AnswerFormats errors;
  private final Routes routes;
  private final boolean strict;

  /**
   * @param errors formats of refusals, and of what has no formats of its own
   * @param routes knows the formats of each operation
   * @param strict whether what cannot be answered is refused
   */
  AnswerFormatFilter(AnswerFormats errors, Routes routes, boolean strict) {
    this.errors = errors;
    this.routes = routes;
    this.strict = strict;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var accept = Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT));
    var sent = Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    Optional<AnswerFormats> body = routes.at(request).flatMap(Routes.Served::formats);
    AnswerFormats answers = body.orElse(errors);
    request.setProperty(PROPERTY, errors.choose(accept, sent));
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, answers.choose(accept, sent).toString());
    if (strict && body.isPresent() && answers.find(accept, sent).isEmpty()) {
      throw new NotAcceptableException(
          "None of the accepted media types can be answered; there are %s.".formatted(answers));
    }
  }

  /** The media type chosen for a refusal of a request. */
  static MediaType of(ContainerRequestContext request) {
    return request.getProperty(PROPERTY) instanceof MediaType type
        ? type
        : MediaType.APPLICATION_JSON_TYPE;
  }
}
