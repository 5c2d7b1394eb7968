package dev.erpsync.spec.codec;

/** How a codec matches the names in a body with those of the contract. (D4) */
public enum Names {
  /** To the letter. */
  EXACT,
  /**
   * In any letter case. The decoded value has the names as they were sent, so that {@link
   * dev.erpsync.spec.Contract#canonicalize} can report them.
   */
  ANY_CASE,
  /** In any letter case, and of two values with one name the last one counts. */
  LAST_COUNTS
}
