package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Remembers what a target stores, and puts it back when the check is over. */
public final class StateGuard {
  private final Optional<StateControl> control;
  private final Optional<JsonNode> before;

  private StateGuard(Optional<StateControl> control, Optional<JsonNode> before) {
    this.control = control;
    this.before = before;
  }

  /**
   * Guards a target; one without control has nothing that could be lost. The state is seeded once
   * while it is still there: a target that does not take it back must not be reset.
   */
  public static StateGuard of(Optional<StateControl> control) throws ControlException {
    if (control.isEmpty()) {
      return new StateGuard(control, Optional.empty());
    }
    JsonNode state = control.get().state();
    control.get().seed(state);
    return new StateGuard(control, Optional.of(state));
  }

  /**
   * Makes the target's state the one it had.
   *
   * @throws NotRestoredException with the state, when the target does not take it
   */
  public void restore() throws NotRestoredException {
    if (control.isPresent() && before.isPresent()) {
      try {
        control.get().replace(before.get());
      } catch (ControlException e) {
        throw new NotRestoredException(before.get(), e);
      }
    }
  }
}
