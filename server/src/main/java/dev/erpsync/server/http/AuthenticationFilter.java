package dev.erpsync.server.http;

import dev.erpsync.server.access.Users;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/** Lets nobody pass who has not proven who they are; the challenge is the contract's. (D6) */
@PreMatching
final class AuthenticationFilter implements ContainerRequestFilter {
  private final Users users;
  private final String challenge;

  AuthenticationFilter(Users users, Contract contract) {
    this.users = users;
    this.challenge =
        contract
            .document()
            .at("/components/responses/Unauthorized/headers/WWW-Authenticate/schema/enum/0")
            .asText();
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String authorization = request.getHeaderString("Authorization");
    if (authorization == null) {
      throw new NotAuthorizedException("No credentials were sent.", challenge);
    }
    if (users.authenticate(authorization).isEmpty()) {
      throw new NotAuthorizedException("The credentials are not valid.", challenge);
    }
  }
}
