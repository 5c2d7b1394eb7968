package dev.erpsync.conformance.proxy;

import dev.erpsync.conformance.serve.Passed;
import dev.erpsync.spec.Operation;

/**
 * Receives every exchange of the contract that passes. Called by several threads at once, when the
 * caller has its response.
 */
public interface Listener {
  /** Ignores everything. */
  Listener NONE =
      new Listener() {
        @Override
        public void began(long number) {}

        @Override
        public void passed(long number, Operation op, Passed passed, Passed.Values values) {}

        @Override
        public void broken(long number, Operation operation, String reason) {}
      };

  /**
   * An exchange begins; one of the other two methods is called when it is over.
   *
   * @param number its place among all requests; an exchange that begins after another one has ended
   *     has the higher number
   */
  void began(long number);

  /**
   * A whole exchange passed.
   *
   * @param number as above
   * @param values what its bodies contain; empty where there is none, and where that of the request
   *     cannot be read
   */
  void passed(long number, Operation operation, Passed passed, Passed.Values values);

  /**
   * An exchange passed that is not whole, or whose response cannot be read.
   *
   * @param reason what is wrong with it, as a clause
   */
  void broken(long number, Operation operation, String reason);
}
