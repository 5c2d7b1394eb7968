package dev.erpsync.server.store;

/**
 * Thrown by a unit of work when what it has read from the store is no longer so. Nothing of it
 * remains, and it is run again. (D38)
 */
public final class LostRaceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param what what turned out differently, for the log
   */
  public LostRaceException(String what) {
    super(what, null, false, false);
  }
}
