package dev.erpsync.server.store;

import dev.erpsync.server.outcome.Refusal;

/**
 * Why the store does not do a unit of work now, whatever the work is. Thrown in a {@link
 * dev.erpsync.server.outcome.RefusedException}; the same call may succeed later. (D39)
 */
public sealed interface StoreOutage extends Refusal {
  /** Seconds after which another try makes sense. */
  @Override
  int retryAfterSeconds();

  /** More work waits than the store takes on. Nothing was done. */
  record Busy() implements StoreOutage {
    @Override
    public String message() {
      return "The store has too much to do; nothing was done.";
    }

    @Override
    public int retryAfterSeconds() {
      return 1;
    }
  }

  /** The server stops, or the caller was told to. Nothing was done. */
  record Stopping() implements StoreOutage {
    @Override
    public String message() {
      return "The server stops; nothing was done.";
    }

    @Override
    public int retryAfterSeconds() {
      return 5;
    }
  }

  /** The store cannot be reached, or cannot be written. Nothing was done. */
  record Unavailable() implements StoreOutage {
    @Override
    public String message() {
      return "The store is not available; nothing was done.";
    }

    @Override
    public int retryAfterSeconds() {
      return 5;
    }
  }

  /**
   * Others kept changing what the work depends on, however often it was tried. Nothing was done.
   */
  record Contended() implements StoreOutage {
    @Override
    public String message() {
      return "Too many calls change the same at the same time; nothing was done.";
    }

    @Override
    public int retryAfterSeconds() {
      return 1;
    }
  }

  /** The store failed while it committed: all of the work is done, or nothing of it. */
  record OutcomeUnknown() implements StoreOutage {
    @Override
    public String message() {
      return "The store failed at the last moment; whether the call was done is unknown.";
    }

    @Override
    public int retryAfterSeconds() {
      return 5;
    }
  }
}
