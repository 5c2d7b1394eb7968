package dev.erpsync.server.http.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.util.stream.Stream;

/**
 * Holds up what the contract says by {@code x-administrators-only}, and the generator by {@link
 * RolesAllowed}. Jersey's own feature would come after the check of the body. (D16)
 */
public final class AdministratorsFeature implements DynamicFeature {
  private final int priority;

  /**
   * A feature.
   *
   * @param priority of the check among the filters
   */
  public AdministratorsFeature(int priority) {
    this.priority = priority;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    RolesAllowed allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      context.register(new RoleFilter(allowed.value()), priority);
    }
  }

  /** Refuses callers without any of the roles. */
  private static final class RoleFilter implements ContainerRequestFilter {
    private final String[] roles;

    RoleFilter(String... roles) {
      this.roles = roles;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      if (Stream.of(roles).noneMatch(request.getSecurityContext()::isUserInRole)) {
        throw new ForbiddenException(
            "Only an %s may do this.".formatted(String.join(" or ", roles)));
      }
    }
  }
}
