package dev.erpsync.conformance.run;

/** What is replayed only when it is asked for. */
public enum Kind {
  /** Exchanges beyond the documents. */
  CASES,
  /** What HTTP itself refuses. */
  REFUSALS,
  /** Sequences of calls. */
  SCENARIOS,
  /** Every pair of media types. */
  MATRIX,
  /** Guessing passwords until the target slows the caller down. */
  THROTTLING
}
