package dev.erpsync.server.access;

import java.util.Optional;

/**
 * A user, and what a password is checked against.
 *
 * @param passwordHash of a form that {@link PasswordHashes} knows; empty for a user without one
 */
public record Account(User user, Optional<String> passwordHash) {
  @Override
  public String toString() {
    return "Account[" + user.name() + "]";
  }
}
