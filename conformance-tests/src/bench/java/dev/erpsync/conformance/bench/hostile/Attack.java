package dev.erpsync.conformance.bench.hostile;

/**
 * One attack or fault.
 *
 * @param name short, for {@code --only}
 * @param does what is done to the server, as a line of the table
 * @param expected what must be observed beside the bound, as a line of the table
 * @param bound of the measurements
 * @param launch how the server is started
 * @param act does it
 */
record Attack(String name, String does, String expected, Bound bound, Launch launch, Act act) {
  /** Does what is to be done, and returns what was observed; may take several seconds. */
  interface Act {
    Observed run(Target target) throws Exception;
  }
}
