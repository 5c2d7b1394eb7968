package dev.erpsync.conformance.review.rule;

import java.util.Locale;

/** What a change means for somebody, from harmless to harmful. */
public enum Effect {
  /** Nothing that worked stops working. */
  COMPATIBLE,
  /** Works on by the words of the contract; whoever relied on more than them should look. */
  RISKY,
  /** Something that the old contract allowed is refused, or something comes that it ruled out. */
  BREAKING;

  /** The word in reports and tables. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
