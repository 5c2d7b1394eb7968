package dev.erpsync.server.access;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who has proven who they are. (D16)
 *
 * @param associateId the associate that the user is, by which connections may name them
 * @param groupIds the user groups that the user belongs to
 * @param administrator whether the user may do everything
 */
public record User(
    String name, Optional<Integer> associateId, Set<Integer> groupIds, boolean administrator)
    implements Principal {
  /** The only role there is. */
  public static final String ADMINISTRATOR = "administrator";

  public User {
    groupIds = Set.copyOf(groupIds);
  }

  @Override
  public String getName() {
    return name;
  }
}
