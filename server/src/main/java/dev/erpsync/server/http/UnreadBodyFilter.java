package dev.erpsync.server.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps a connection usable when a request is refused before its body was read, as with 401: reads
 * the rest, or, when that is too much, says that the connection is closed. Otherwise the container
 * closes it without a word, and the client's next request on it is lost.
 */
@PreMatching
@Priority(PipelineOrder.UNREAD_BODY)
final class UnreadBodyFilter implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String PROPERTY = UnreadBodyFilter.class.getName();

  private final int maxBytes;

  /**
   * A filter.
   *
   * @param maxBytes how much is read and thrown away at the most
   */
  UnreadBodyFilter(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    InputStream body = request.getEntityStream();
    request.setProperty(PROPERTY, body);
    request.setEntityStream(new KeptOpen(body));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response)
      throws IOException {
    if (response.getStatus() >= 400
        && request.getProperty(PROPERTY) instanceof InputStream body
        && !readToTheEnd(body)) {
      response.getHeaders().putSingle("Connection", "close");
    }
  }

  private boolean readToTheEnd(InputStream body) throws IOException {
    try {
      body.skipNBytes(maxBytes);
      return body.read() < 0;
    } catch (EOFException e) {
      return true;
    }
  }

  /** Jersey closes a body when it has refused it; what is left of it must still be readable. */
  private static final class KeptOpen extends FilterInputStream {
    KeptOpen(InputStream body) {
      super(body);
    }

    @Override
    public void close() {
      // The container owns the stream underneath.
    }
  }
}
