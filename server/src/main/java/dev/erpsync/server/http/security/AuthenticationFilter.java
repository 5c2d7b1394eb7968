package dev.erpsync.server.http.security;

import dev.erpsync.server.access.Authenticator;
import dev.erpsync.server.access.Credentials;
import dev.erpsync.server.access.Login;
import dev.erpsync.server.http.container.ClientAddress;
import dev.erpsync.server.http.routing.Call;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;

/** Lets nobody pass who has not proven who they are. (D6, D16) */
@PreMatching
public final class AuthenticationFilter implements ContainerRequestFilter {
  private final Authenticator authenticator;
  private final Challenge challenge;

  /** A filter. */
  public AuthenticationFilter(Authenticator authenticator, Challenge challenge) {
    this.authenticator = authenticator;
    this.challenge = challenge;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (Call.of(request).isOpen()) {
      return;
    }
    Credentials credentials =
        SentCredentials.of(request)
            .orElseThrow(() -> challenge.because("No credentials were sent."));
    Login login = authenticator.login(credentials, ClientAddress.of(request));
    if (login instanceof Login.TryLater later) {
      throw tooMany(later.pause());
    }
    if (!(login instanceof Login.Accepted accepted)) {
      throw challenge.because("The credentials are not valid.");
    }
    boolean encrypted = request.getSecurityContext().isSecure();
    request.setSecurityContext(new Caller(accepted.user(), credentials.scheme(), encrypted));
  }

  /** Whole seconds (RFC 9110, section 10.2.3), rounded up: who waits that long is let in. */
  private static ClientErrorException tooMany(Duration pause) {
    long seconds = pause.plusMillis(999).toSeconds();
    return new ClientErrorException(
        "Too many failed logins; try again in " + seconds + " s.",
        Response.status(429).header(HttpHeaders.RETRY_AFTER, seconds).build());
  }
}
