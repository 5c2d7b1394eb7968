package dev.erpsync.client;

import java.util.List;

/** Keeps what it sees. */
record Remembering(List<Attempt> attempts) implements Interceptor {
  @Override
  public void after(Attempt attempt) {
    attempts.add(attempt);
  }
}
