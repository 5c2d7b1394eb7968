package dev.erpsync.server.http.security;

import dev.erpsync.server.access.User;
import jakarta.ws.rs.core.SecurityContext;

/** The authenticated user, as the container knows users. */
record Caller(User user, String scheme, boolean secure) implements SecurityContext {
  @Override
  public User getUserPrincipal() {
    return user;
  }

  @Override
  public boolean isUserInRole(String role) {
    return role.equals(User.ADMINISTRATOR) && user.administrator();
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public String getAuthenticationScheme() {
    return scheme;
  }
}
