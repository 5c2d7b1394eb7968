package dev.erpsync.server.http.response;

import dev.erpsync.server.http.routing.Call;
import dev.erpsync.server.http.routing.ResponseFormats;
import dev.erpsync.server.http.routing.Served;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;

/**
 * Chooses the media type of the response before anything can go wrong, so that errors have it too.
 * An Accept that cannot be met gets the type that the operation prefers; at the strict level it is
 * rejected, unless the response has no body. (D1, D6, D13)
 */
@PreMatching
public final class ResponseFormatFilter implements ContainerRequestFilter {
  private final ResponseFormats errors;
  private final boolean strict;

  /**
   * A filter.
   *
   * @param errors formats of errors, and of what has no formats of its own
   * @param strict whether an Accept that cannot be met is rejected
   */
  public ResponseFormatFilter(ResponseFormats errors, boolean strict) {
    this.errors = errors;
    this.strict = strict;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var accept = Optional.ofNullable(request.getHeaderString(HttpHeaders.ACCEPT));
    var sent = Optional.ofNullable(request.getHeaderString(HttpHeaders.CONTENT_TYPE));
    Call call = Call.of(request);
    Optional<ResponseFormats> body = call.served().flatMap(Served::formats);
    ResponseFormats formats = body.orElse(errors);
    call.setErrorFormat(errors.choose(accept, sent));
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, formats.choose(accept, sent).toString());
    if (strict && body.isPresent() && formats.find(accept, sent).isEmpty()) {
      throw new NotAcceptableException(
          "None of the accepted media types can be answered; there are %s.".formatted(formats));
    }
  }
}
