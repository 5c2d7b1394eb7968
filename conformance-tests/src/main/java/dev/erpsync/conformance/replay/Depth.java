package dev.erpsync.conformance.replay;

/** How far an answer could be compared. */
public enum Depth {
  /** The state makes the documented value the only right one: status, Content-Type and value. */
  EXACT("exact"),
  /** What was sent must come back; the rest is compared by names and types. */
  ECHO("echo exact, rest by structure"),
  /** Values that follow from the calls before are compared as they are, the rest as structure. */
  KNOWN("known values exact, rest by structure"),
  /** Status, headers and form of a refusal; its words are the target's own. */
  REFUSAL("refusal"),
  /** Every step of a scenario was asked for as it is, and nobody looked at what is stored. */
  STEPS("every step, without a look at the state"),
  /** The state is not known: a documented status, and names and types. */
  STRUCTURE("structure");

  private final String label;

  Depth(String label) {
    this.label = label;
  }

  @Override
  public String toString() {
    return label;
  }
}
