package dev.erpsync.conformance.review.rule;

import java.util.Locale;

/** Which way the changed part travels. */
public enum Side {
  /** Bodies and parameters that callers send. */
  REQUEST,
  /** Bodies and headers that servers answer. */
  RESPONSE,
  /** What travels in neither direction: operations, security, texts, samples. */
  CONTRACT;

  /** The word in reports and tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
