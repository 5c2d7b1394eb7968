package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Contract;
import java.util.List;
import java.util.Optional;

/**
 * What an operation does when it succeeds.
 *
 * @param change makes the state before a call the one after it
 * @param breaks what breaking the link of the call answers afterwards, asked again and again
 * @param saved what it answers as it is stored then, if it does
 */
record Effect(Change change, List<String> breaks, Optional<SavedEntity> saved) {
  /**
   * A call that succeeded.
   *
   * @param arguments by name, whether they stood in the body or in the query
   * @param answer its value; missing when there is none
   */
  record Call(Contract contract, JsonNode arguments, JsonNode answer) {}

  /** Changes a state, which is its own copy. */
  @FunctionalInterface
  interface Change {
    void apply(ObjectNode state, Call call);
  }

  /** An operation that changes the state. */
  static Effect of(Change change) {
    return new Effect(change, List.of(), Optional.empty());
  }

  /** An operation that saves something and answers it. */
  static Effect saving(SavedEntity entity) {
    return new Effect(entity::save, List.of(), Optional.of(entity));
  }

  /** The same, shown by breaking the link that the arguments name. (D33) */
  Effect shownByBreaking(String... answers) {
    return new Effect(change, List.of(answers), saved);
  }
}
