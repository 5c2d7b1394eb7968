package dev.erpsync.conformance.bench.load;

/**
 * What came back.
 *
 * @param retryAfter whether the answer says when to try again
 */
record Answer(int status, boolean retryAfter, String body) {
  /** The call was done, and the answer is the one that says so. */
  boolean done() {
    return status == 204 || (status == 200 && body.equals("true"));
  }

  /** A well-formed call that the rules do not allow now. */
  boolean refused() {
    return status == 409 || (status == 200 && body.equals("false"));
  }

  boolean outage() {
    return status == 503;
  }

  /** An outage whose answer promises that nothing was done. */
  boolean nothingDone() {
    return outage() && body.contains("nothing was done");
  }
}
