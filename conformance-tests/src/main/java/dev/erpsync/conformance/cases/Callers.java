package dev.erpsync.conformance.cases;

import dev.erpsync.conformance.http.Request;
import dev.erpsync.spec.Caller;
import dev.erpsync.spec.Contract;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Puts the credentials of a caller into a request. (D16) */
final class Callers {
  private static final String AUTHORIZATION = "Authorization";

  /** Name of the cookie whose value the header of the XSRF token repeats. */
  private static final String XSRF_COOKIE = "XSRF-TOKEN";

  private final Secrets secrets;
  private final String sessionCookie;
  private final String xsrfHeader;

  Callers(Contract contract, Secrets secrets) {
    this.secrets = secrets;
    this.sessionCookie = nameOf(contract, "Session");
    this.xsrfHeader = nameOf(contract, "XsrfToken");
  }

  /**
   * The request as this caller makes it.
   *
   * @param documented with the documented credentials
   */
  Request as(Caller caller, Request documented) throws MissingSecretException {
    Request request = secrets.authorization().map(documented::authorized).orElse(documented);
    return switch (caller) {
      case DOCUMENTED -> request;
      case NONE -> request.without(AUTHORIZATION);
      case WRONG -> request.authorized(Secrets.basic("nobody-" + UUID.randomUUID() + ":wrong"));
      case MISTYPED -> request.authorized(mistyped(request.header(AUTHORIZATION).orElse("")));
      case LIMITED -> request.authorized(Secrets.basic(need(secrets.limited(), "--limited-user")));
      case TICKET -> request.authorized("SoTicket " + need(secrets.ticket(), "--ticket"));
      case TOKEN -> request.authorized("Bearer " + need(secrets.token(), "--token"));
      case SESSION -> session(request.without(AUTHORIZATION));
      case APP_TOKEN -> request.with(Secrets.APP, need(secrets.appToken(), "--app-token"));
      case OTHER_APP ->
          request.with(Secrets.APP, need(secrets.otherAppToken(), "--other-app-token"));
    };
  }

  private Request session(Request request) throws MissingSecretException {
    String session = need(secrets.session(), "--session");
    String xsrf = need(secrets.xsrf(), "--xsrf");
    return request
        .with("Cookie", "%s=%s; %s=%s".formatted(sessionCookie, session, XSRF_COOKIE, xsrf))
        .with(xsrfHeader, xsrf);
  }

  private static String mistyped(String authorization) {
    String pair = authorization.replaceFirst("(?i)^Basic\\s+", "");
    try {
      String user = new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8);
      return Secrets.basic(user + "x");
    } catch (IllegalArgumentException e) {
      return Secrets.basic("nobody:x");
    }
  }

  private static String need(Optional<String> secret, String option) throws MissingSecretException {
    return secret.orElseThrow(() -> new MissingSecretException(option));
  }

  private static String nameOf(Contract contract, String scheme) {
    return contract.document().at("/components/securitySchemes/" + scheme + "/name").asText();
  }
}
