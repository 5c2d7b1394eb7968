package dev.erpsync.server.http.error;

import dev.erpsync.server.http.routing.Call;
import dev.erpsync.server.model.MalformedRequest;
import dev.erpsync.server.outcome.Refusal;
import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.spec.codec.XmlCharacters;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * Turns every exception into one of the two documented error bodies (D5). Details stay in the log.
 */
public final class ErrorMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = Logger.getLogger(ErrorMapper.class.getName());

  private final Provider<ContainerRequest> request;

  @Inject
  ErrorMapper(Provider<ContainerRequest> request) {
    this.request = request;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    return answer(thrown).type(Call.of(request.get()).errorFormat()).build();
  }

  /** The body of a 400, with the place where the request is malformed. */
  public static MalformedRequest malformed(String detail) {
    return new MalformedRequest()
        .message("The request is invalid.")
        .messageDetail(XmlCharacters.replaced(detail));
  }

  private ResponseBuilder answer(Throwable thrown) {
    if (thrown instanceof MalformedRequestException malformed) {
      Call.of(request.get()).findings().addBreaches(malformed.breaches());
      return Response.status(400).entity(malformed(malformed.detail()));
    }
    if (thrown instanceof RefusedException refused) {
      return ProblemTable.of(refused.refusal().getClass())
          .map(problem -> refusal(problem, refused.refusal()))
          .orElseGet(() -> fault(refused));
    }
    if (thrown instanceof WebApplicationException http && http.getResponse().getStatus() != 500) {
      return http(http);
    }
    return fault(thrown);
  }

  private static ResponseBuilder refusal(Problem problem, Refusal refusal) {
    ResponseBuilder answer = answer(problem, refusal.message());
    int seconds = refusal.retryAfterSeconds();
    return seconds == 0 ? answer : answer.header(HttpHeaders.RETRY_AFTER, seconds);
  }

  /** What Jersey or a filter refuses; its headers (challenge, Allow) are kept. */
  private ResponseBuilder http(WebApplicationException http) {
    Response refused = http.getResponse();
    ResponseBuilder answer = answer(ProblemTable.of(refused.getStatus()), message(http));
    refused
        .getStringHeaders()
        .forEach((name, values) -> values.forEach(value -> answer.header(name, value)));
    return answer;
  }

  private String message(WebApplicationException http) {
    String method = request.get().getMethod();
    String path = request.get().getUriInfo().getRequestUri().getPath();
    if (http instanceof NotFoundException) {
      return "Nothing is served at %s.".formatted(path);
    }
    if (http instanceof NotAllowedException) {
      return "%s is not served with %s.".formatted(path, method);
    }
    if (http instanceof NotSupportedException) {
      String type = request.get().getHeaderString(HttpHeaders.CONTENT_TYPE);
      return type == null
          ? "A request body without a Content-Type cannot be read."
          : "A request body of type %s cannot be read.".formatted(type);
    }
    return String.valueOf(http.getMessage());
  }

  private ResponseBuilder fault(Throwable thrown) {
    String id = Call.of(request.get()).id();
    LOG.log(Level.SEVERE, thrown, () -> "request " + id + " failed");
    return answer(ProblemTable.of(500), "The request " + id + " failed; the log says why.");
  }

  private static ResponseBuilder answer(Problem problem, String message) {
    return Response.status(problem.status()).entity(problem.body(message));
  }
}
