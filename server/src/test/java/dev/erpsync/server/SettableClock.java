package dev.erpsync.server;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that only goes on when it is told to. */
final class SettableClock implements InstantSource {
  private volatile Instant now = Instant.now();

  @Override
  public Instant instant() {
    return now;
  }

  void pass(Duration duration) {
    now = instant().plus(duration);
  }
}
