package dev.erpsync.conformance.serve;

/** What is kept of bodies that passed. */
public enum Bodies {
  /** Nothing but their length. */
  NONE,
  /** Names and types, without any value. */
  REDACTED,
  /** All that stands in them, but for credentials. */
  WHOLE
}
