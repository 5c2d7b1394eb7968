package dev.erpsync.server.http.security;

import dev.erpsync.server.access.AppGrant;
import dev.erpsync.server.access.Authenticator;
import dev.erpsync.server.http.routing.Call;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.Optional;

/**
 * Lets only apps with a grant pass, except to the emulator control, which no app of the vendor's
 * knows. (D16)
 */
@PreMatching
public final class AppTokenFilter implements ContainerRequestFilter {
  private final Authenticator authenticator;
  private final Challenge challenge;
  private final Contract emulator;

  /**
   * A filter.
   *
   * @param emulator the contract whose paths are exempt
   */
  public AppTokenFilter(Authenticator authenticator, Challenge challenge, Contract emulator) {
    this.authenticator = authenticator;
    this.challenge = challenge;
    this.emulator = emulator;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    Call call = Call.of(request);
    if (call.isOpen() || call.isAtPathOf(emulator)) {
      return;
    }
    String scheme = request.getSecurityContext().getAuthenticationScheme();
    Optional<String> token = Optional.ofNullable(request.getHeaderString("SO-AppToken"));
    AppGrant grant = authenticator.grant(scheme, token);
    if (grant == AppGrant.UNKNOWN) {
      throw challenge.because(
          token.isPresent() ? "The SO-AppToken is not valid." : "No SO-AppToken was sent.");
    }
    if (grant == AppGrant.NOT_GRANTED) {
      throw new ForbiddenException("The app may not use this agent.");
    }
  }
}
