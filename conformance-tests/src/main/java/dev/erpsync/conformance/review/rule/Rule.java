package dev.erpsync.conformance.review.rule;

/**
 * One kind of change, and what it means for whom.
 *
 * @param id its name, such as {@code request-enum-value-removed}; approvals depend on it
 * @param side which way the changed part travels
 * @param users what it means for those who call a server without generated code
 * @param clients what it means for programs that are built on generated code
 * @param mirror id of the rule for the change undone, which may be this one; empty when there is
 *     none
 * @param whyNoMirror why there is none; empty when there is one
 * @param why what happens, in one sentence
 */
public record Rule(
    String id,
    Side side,
    Effect users,
    Effect clients,
    String mirror,
    String whyNoMirror,
    String why) {

  /** The worse of both effects. */
  public Effect effect() {
    return users.compareTo(clients) >= 0 ? users : clients;
  }

  /**
   * Whom it hurts: {@code users}, {@code clients}, {@code users and clients}, or {@code nobody}.
   */
  public String audience() {
    if (effect() == Effect.COMPATIBLE) {
      return "nobody";
    }
    if (users == clients) {
      return "users and clients";
    }
    return users == effect() ? "users" : "clients";
  }
}
