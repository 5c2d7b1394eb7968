package dev.erpsync.conformance.bench.load;

/**
 * What came back.
 *
 * @param retryAfter whether the answer says when to try again
 */
public record Answer(int status, boolean retryAfter, String body) {
  /** The call was done, and the answer is the one that says so. */
  public boolean done() {
    return status == 204 || (status == 200 && body.equals("true"));
  }

  /** A well-formed call that the rules do not allow now. */
  public boolean refused() {
    return status == 409 || (status == 200 && body.equals("false"));
  }

  public boolean outage() {
    return status == 503;
  }

  /** An outage whose answer promises that nothing was done. */
  public boolean nothingDone() {
    return outage() && body.contains("nothing was done");
  }
}
