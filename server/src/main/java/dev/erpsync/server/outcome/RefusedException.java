package dev.erpsync.server.outcome;

/** Carries a refusal out of a void operation, and rolls the transaction back on its way. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }

  /**
   * Lets every outcome but a refusal pass.
   *
   * @throws RefusedException when the outcome is a refusal
   */
  public static <T> T unlessDone(T outcome) {
    if (outcome instanceof Refusal refusal) {
      throw new RefusedException(refusal);
    }
    return outcome;
  }
}
