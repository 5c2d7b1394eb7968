package dev.erpsync.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One attempt of a call, for an {@link Interceptor}. Immutable.
 *
 * @param call what was sent
 * @param number which attempt this was, from 1
 * @param took from its begin to the last byte of the answer
 * @param status of the answer; empty when there was none
 * @param headers of the answer, in any letter case; empty when there was none
 * @param body of the answer as text, and empty when there was none. As it came: the server may echo
 *     secrets
 * @param failure why it failed; empty when it did not. An answer with a status of success may still
 *     turn out to be none of the contract
 * @param retryIn how long until the next attempt; empty when this was the last one
 */
public record Attempt(
    Call call,
    int number,
    Duration took,
    OptionalInt status,
    Map<String, List<String>> headers,
    String body,
    Optional<ErpSyncException> failure,
    Optional<Duration> retryIn) {

  /** In one line, without headers and body, which may be secret. */
  @Override
  public String toString() {
    String came =
        failure
            .map(e -> String.valueOf(e.getMessage()))
            .orElseGet(() -> call + ": " + status.orElse(0));
    String next = retryIn.map(time -> ", next one in " + time.toMillis() + " ms").orElse("");
    return "%s, attempt %d, %d ms: %s%s"
        .formatted(call.operation(), number, took.toMillis(), came, next);
  }
}
