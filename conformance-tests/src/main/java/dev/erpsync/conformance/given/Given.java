package dev.erpsync.conformance.given;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The outcome of looking for the state in which a documented exchange is true. */
public sealed interface Given {
  /**
   * Such a state.
   *
   * @param state conforms to {@code EmulatorState} in the contract of the emulator control
   * @param because one sentence on why the documented answer is true in this state
   * @param query the encoded query to send; what is required and was missing is in it (D44)
   */
  record Derived(ObjectNode state, String because, String query) implements Given {
    /** A state for a request whose query is as it should be. */
    Derived(ObjectNode state, String because) {
      this(state, because, "");
    }

    Derived with(String otherQuery) {
      return new Derived(state, because, otherQuery);
    }
  }

  /**
   * There is none, or none is known.
   *
   * @param reason one sentence without a full stop, for people
   */
  record NotDerivable(String reason) implements Given {}
}
