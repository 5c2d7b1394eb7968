package dev.erpsync.conformance.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Optional;

/** Remembers what a target stores, and puts it back when the check is over. */
public final class StateGuard {
  private final Optional<StateControl> control;
  private final Optional<JsonNode> before;

  private StateGuard(Optional<StateControl> control, Optional<JsonNode> before) {
    this.control = control;
    this.before = before;
  }

  /** Guards a target; one without control has nothing that could be lost. */
  public static StateGuard of(Optional<StateControl> control) throws IOException {
    Optional<JsonNode> before =
        control.isPresent() ? Optional.of(control.get().state()) : Optional.empty();
    return new StateGuard(control, before);
  }

  /** Makes the target's state the one it had. */
  public void restore() throws IOException {
    if (control.isPresent() && before.isPresent()) {
      control.get().replace(before.get());
    }
  }
}
