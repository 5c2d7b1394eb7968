package dev.erpsync.server.http.request;

import dev.erpsync.server.http.error.MalformedRequestException;
import dev.erpsync.server.http.response.ResponseStep;
import dev.erpsync.server.http.routing.Call;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;

/**
 * Announces that the connection is closed when a response is written before the request's body was
 * read, as with 401. Otherwise the container closes it without notice, and the client's next
 * request on it is lost. A short body that is still on its way is read, for a short time.
 */
@PreMatching
public final class UnreadBodyFilter implements ContainerRequestFilter, ResponseStep {
  private static final String PROPERTY = UnreadBodyFilter.class.getName();
  private static final int MOST_MILLIS = 100;

  /** A client that sends slightly too much reads nothing before it has sent everything. */
  private static final int MOST_BYTES = 2 << 20;

  @Override
  public void filter(ContainerRequestContext request) {
    var body = new BoundedBody(request.getEntityStream());
    request.setProperty(PROPERTY, body);
    request.setEntityStream(body);
  }

  @Override
  public void apply(Call call, ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(PROPERTY) instanceof BoundedBody body && !isRead(request, body)) {
      response.getHeaders().putSingle("Connection", "close");
    }
  }

  private static boolean isRead(ContainerRequestContext request, BoundedBody body) {
    boolean chunked = request.getHeaderString("Transfer-Encoding") != null;
    boolean withheld = request.getHeaderString("Expect") != null;
    long length = BodyFilter.announced(request);
    if (body.ended() || (length == body.count() && !chunked)) {
      return true;
    }
    boolean shortRest = length - body.count() <= MOST_BYTES;
    return !chunked && !withheld && !body.failed() && shortRest && arrives(body, length);
  }

  /** Reads without blocking, so that no client holds a thread for long by sending slowly. */
  private static boolean arrives(BoundedBody body, long length) {
    try {
      for (int waited = 0; waited < MOST_MILLIS; waited++) {
        body.skipNBytes(Math.min(body.available(), length - body.count()));
        if (body.count() >= length) {
          return true;
        }
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | WebApplicationException | MalformedRequestException e) {
      return false;
    }
    return false;
  }
}
