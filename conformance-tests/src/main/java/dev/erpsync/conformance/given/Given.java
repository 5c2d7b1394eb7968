package dev.erpsync.conformance.given;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The outcome of looking for the state in which a documented exchange is true. */
public sealed interface Given {
  /**
   * Such a state.
   *
   * @param state conforms to {@code EmulatorState} in the contract of the emulator control
   * @param because one sentence on why the documented answer is true in this state
   */
  record Derived(ObjectNode state, String because) implements Given {}

  /**
   * There is none, or none is known.
   *
   * @param reason one sentence without a full stop, for people
   */
  record NotDerivable(String reason) implements Given {}
}
