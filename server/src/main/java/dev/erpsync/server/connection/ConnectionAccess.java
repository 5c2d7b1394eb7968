package dev.erpsync.server.connection;

import dev.erpsync.server.access.User;

/**
 * What a connection is to one user. (D16, D36)
 *
 * @param usable whether links can be made and found on it
 * @param allAccess whether it is open to everybody
 * @param named whether its access lists name the user or a group of theirs
 */
public record ConnectionAccess(boolean usable, boolean allAccess, boolean named) {
  /** Whether the user has no right to act on it; what is not usable refuses nobody. */
  public boolean refuses(User user) {
    return usable && !allAccess && !named && !user.administrator();
  }
}
