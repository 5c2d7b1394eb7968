package dev.erpsync.server.outcome;

/**
 * A domain outcome other than done. Each kind is a record; one table gives every kind its HTTP
 * answer.
 */
public interface Refusal {
  /** What stands in the way, in one sentence for the caller. */
  String message();

  /** Seconds after which the same call may be done; 0 when time does not change anything. */
  default int retryAfterSeconds() {
    return 0;
  }
}
