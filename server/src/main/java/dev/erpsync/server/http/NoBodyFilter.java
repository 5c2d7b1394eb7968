package dev.erpsync.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Violation;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Rejects a body where the operation takes none, for servers that are strict. The literal {@code
 * null}, which the vendor's client sends there, counts as none. (D42)
 */
final class NoBodyFilter implements ContainerRequestFilter {
  private static final int LONGEST_NULL = 64;

  private final Routes routes;

  NoBodyFilter(Routes routes) {
    this.routes = routes;
  }

  private static boolean isNull(InputStream body) {
    try {
      byte[] beginning = body.readNBytes(LONGEST_NULL);
      return beginning.length < LONGEST_NULL && new String(beginning, UTF_8).strip().equals("null");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (routes.operation(request).map(Operation::requestTypes).filter(List::isEmpty).isPresent()
        && request.hasEntity()
        && !isNull(request.getEntityStream())) {
      var surplus = new Violation("", "content", "nothing belongs here", "a body");
      MalformedRequestException.refuse("request body", List.of(surplus));
    }
  }
}
