package dev.erpsync.server.http.request;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.erpsync.server.http.error.MalformedRequestException;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.server.http.routing.Served;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Violation;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Rejects a body that announces a length above the limit, before a byte of it is read; a request
 * without the body that its operation requires; and, where the level is strict, a body where the
 * operation has none. The literal {@code null}, which the vendor's client sends there, counts as no
 * body. (D6, D42)
 */
public final class BodyFilter implements ContainerRequestFilter {
  private static final int LONGEST_NULL = 64;

  private final Contract agent;
  private final int maxBytes;
  private final boolean strict;

  /**
   * A filter.
   *
   * @param agent the contract to which the level applies
   * @param maxBytes longest body
   * @param strict whether a body is rejected where the operation has none
   */
  public BodyFilter(Contract agent, int maxBytes, boolean strict) {
    this.agent = agent;
    this.maxBytes = maxBytes;
    this.strict = strict;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Call call = Call.of(request);
    if (strict && isSurplus(call, request)) {
      var surplus = new Violation("", "content", "nothing belongs here", "a body");
      MalformedRequestException.refuse("request body", List.of(surplus));
    }
    if (announced(request) > maxBytes) {
      throw tooLarge(maxBytes);
    }
    // No reader would be called.
    if (isRequired(call.served()) && !request.hasEntity()) {
      throw new MalformedRequestException("request body: nothing was sent");
    }
  }

  /**
   * The length that a request announces, which may be more than an int holds; 0 for none. The
   * container rejects what is no number; one that a long cannot hold is too long.
   */
  static long announced(ContainerRequestContext request) {
    String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return 0;
    }
    return length.length() > 18 ? Long.MAX_VALUE : Long.parseLong(length);
  }

  static ClientErrorException tooLarge(int maxBytes) {
    return new ClientErrorException("The request body is larger than " + maxBytes + " bytes.", 413);
  }

  private boolean isSurplus(Call call, ContainerRequestContext request) {
    return call.servedBy(agent).filter(s -> s.operation().requestTypes().isEmpty()).isPresent()
        && request.hasEntity()
        && !isNull(request.getEntityStream());
  }

  private static boolean isRequired(Optional<Served> served) {
    return served
        .filter(each -> each.operation().node().at("/requestBody/required").booleanValue())
        .isPresent();
  }

  private static boolean isNull(InputStream body) {
    try {
      byte[] beginning = body.readNBytes(LONGEST_NULL);
      return beginning.length < LONGEST_NULL && new String(beginning, UTF_8).strip().equals("null");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
