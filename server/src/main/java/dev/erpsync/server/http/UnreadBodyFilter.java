package dev.erpsync.server.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Says that the connection is closed when a request is answered before its body was read, as with
 * 401. Otherwise the container closes it without a word, and the client's next request on it is
 * lost. What is still on its way is waited for, but not for long.
 */
@PreMatching
final class UnreadBodyFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String PROPERTY = UnreadBodyFilter.class.getName();
  private static final int PATIENCE_MILLIS = 100;

  private final Duration limit;

  /**
   * @param limit how long a body may take to come
   */
  UnreadBodyFilter(Duration limit) {
    this.limit = limit;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    var body = new BoundedBody(request.getEntityStream(), limit);
    request.setProperty(PROPERTY, body);
    request.setEntityStream(body);
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(PROPERTY) instanceof BoundedBody body && !isRead(request, body)) {
      response.getHeaders().putSingle("Connection", "close");
    }
  }

  private static boolean isRead(ContainerRequestContext request, BoundedBody body) {
    boolean chunked = request.getHeaderString("Transfer-Encoding") != null;
    boolean withheld = request.getHeaderString("Expect") != null;
    long length = BodySizeFilter.announced(request);
    if (body.ended() || (length == body.count() && !chunked)) {
      return true;
    }
    return !chunked && !withheld && arrives(body, length);
  }

  /** Reads without blocking, so that nobody holds a thread by sending slowly. */
  private static boolean arrives(BoundedBody body, long length) {
    try {
      for (int waited = 0; waited < PATIENCE_MILLIS; waited++) {
        skipAvailable(body);
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

  private static void skipAvailable(InputStream body) throws IOException {
    for (int ready = body.available(); ready > 0; ready = body.available()) {
      body.skipNBytes(ready);
    }
  }
}
