package dev.erpsync.server.http.container;

import dev.erpsync.server.http.routing.ResponseFormats;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Rejects requests by their head, before anything else reads it: those for another host or from
 * another site (D57), content and transfer codings (RFC 9110, section 15.5.16; RFC 9112, section
 * 6.1), and headers that would cost more to read than the whole call. Thread-safe. (D6)
 */
final class HeadGuard extends Handler.Wrapper {
  private static final int MOST_RANGES = 32;

  /** Headers whose values are read, and compared, before it is known who calls. */
  private static final List<HttpHeader> NEGOTIATION =
      List.of(HttpHeader.ACCEPT, HttpHeader.CONTENT_TYPE);

  private record Rejection(int status, String message) {}

  private final int mostHeaders;
  private final ServedNames names;

  /**
   * A guard.
   *
   * @param handler handles all other requests
   * @param limits how much a client may take
   * @param names under which the server may be called
   */
  HeadGuard(Handler handler, HttpLimits limits, ServedNames names) {
    super(handler);
    this.names = names;
    this.mostHeaders = limits.headers();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Optional<Rejection> rejection =
        size(request.getHeaders())
            .or(() -> site(request))
            .or(() -> method(request))
            .or(() -> codings(request.getHeaders()));
    if (rejection.isEmpty()) {
      return super.handle(request, response, callback);
    }
    if (rejection.get().status() == 415) {
      // RFC 9110, section 12.5.3: which codings would have been read.
      response.getHeaders().put(HttpHeader.ACCEPT_ENCODING, "identity");
    }
    Response.writeError(
        request, response, callback, rejection.get().status(), rejection.get().message());
    return true;
  }

  private Optional<Rejection> size(HttpFields headers) {
    if (headers.size() > mostHeaders) {
      return Optional.of(new Rejection(431, "There are more than " + mostHeaders + " headers"));
    }
    for (HttpHeader name : NEGOTIATION) {
      String value = String.join(",", headers.getValuesList(name));
      if (value.length() > ResponseFormats.LONGEST_HEADER) {
        return Optional.of(
            new Rejection(
                431,
                "The header %s is longer than %d characters"
                    .formatted(name, ResponseFormats.LONGEST_HEADER)));
      }
      if (value.chars().filter(character -> character == ',').count() >= MOST_RANGES) {
        return Optional.of(
            new Rejection(
                431, "The header %s has more than %d values".formatted(name, MOST_RANGES)));
      }
    }
    return Optional.empty();
  }

  private Optional<Rejection> site(Request request) {
    if (!names.isServed(request)) {
      return Optional.of(
          new Rejection(421, "This Host is not served; the option --allowed-host adds one"));
    }
    return names.isOwnSite(request)
        ? Optional.empty()
        : Optional.of(new Rejection(403, "Requests from pages of another site are not served"));
  }

  private static Optional<Rejection> method(Request request) {
    return HttpMethod.CONNECT.is(request.getMethod())
        ? Optional.of(new Rejection(501, "CONNECT is not served"))
        : Optional.empty();
  }

  private static Optional<Rejection> codings(HttpFields headers) {
    if (!isOnly(headers, HttpHeader.TRANSFER_ENCODING, "chunked")) {
      return Optional.of(new Rejection(501, "No Transfer-Encoding but chunked is supported"));
    }
    return isOnly(headers, HttpHeader.CONTENT_ENCODING, "identity")
        ? Optional.empty()
        : Optional.of(new Rejection(415, "A request body with a Content-Encoding cannot be read"));
  }

  /** Whether a header is absent or has this value. */
  private static boolean isOnly(HttpFields headers, HttpHeader name, String value) {
    return headers.getValuesList(name).stream().allMatch(value::equalsIgnoreCase);
  }
}
