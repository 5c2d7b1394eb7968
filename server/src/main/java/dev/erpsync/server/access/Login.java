package dev.erpsync.server.access;

import java.time.Duration;

/** What came of showing credentials. */
public sealed interface Login {
  /** They are right. */
  record Accepted(User user) implements Login {}

  /** They are not. */
  record Refused() implements Login {}

  /** They were not looked at: too many wrong ones came before. */
  record TryLater(Duration pause) implements Login {}
}
