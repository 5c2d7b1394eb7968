package dev.erpsync.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.StateControl;
import java.util.Optional;

/**
 * Puts states in place, and not again where the last call is known to have changed nothing, and
 * nobody else has put another one in place. Not thread-safe.
 */
final class Stage {
  private final StateControl control;
  private Optional<JsonNode> given = Optional.empty();
  private Optional<JsonNode> shown = Optional.empty();
  private long changes;

  Stage(StateControl control) {
    this.control = control;
  }

  StateControl control() {
    return control;
  }

  /** Makes this the state; the state as the target shows it. Until it is kept, it is used up. */
  JsonNode set(JsonNode state) throws ControlException {
    boolean there = changes == control.changes() && given.filter(state::equals).isPresent();
    JsonNode before = there ? shown.orElseThrow() : control.put(state);
    given = Optional.empty();
    shown = Optional.of(before);
    return before;
  }

  /** The state that was set last is still there. */
  void keep(JsonNode state) {
    given = Optional.of(state);
    changes = control.changes();
  }
}
