package dev.erpsync.server.http.security;

import dev.erpsync.server.access.Credentials;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What of a request proves who sent it: an Authorization header, else a session. (D16) */
final class SentCredentials {
  private static final String SESSION = "ASP.NET_SessionId";
  private static final String XSRF_HEADER = "X-XSRF-TOKEN";

  /** Two pages spell the cookie in two ways. */
  private static final List<String> XSRF_COOKIES = List.of("XSRF-TOKEN", "XSRF_TOKEN");

  private SentCredentials() {}

  static Optional<Credentials> of(ContainerRequestContext request) {
    return Optional.ofNullable(request.getHeaderString("Authorization"))
        .map(Credentials::of)
        .or(() -> session(request));
  }

  private static Optional<Credentials> session(ContainerRequestContext request) {
    Map<String, Cookie> cookies = request.getCookies();
    return Optional.ofNullable(cookies.get(SESSION))
        .map(
            id ->
                new Credentials.Session(
                    id.getValue(),
                    Optional.ofNullable(request.getHeaderString(XSRF_HEADER)).orElse(""),
                    XSRF_COOKIES.stream()
                        .flatMap(name -> Stream.ofNullable(cookies.get(name)))
                        .map(Cookie::getValue)
                        .toList()));
  }
}
