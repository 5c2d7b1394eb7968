package dev.erpsync.conformance.replay;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a target did what it says it did, and nothing else. */
public final class Effects {
  private final ExpectedState expected;
  private final BreakProbe probe;
  private final SaveProbe saved;

  /**
   * @param sender for calls with JSON bodies
   */
  public Effects(Contract contract, Sender sender) {
    this.expected = new ExpectedState(contract);
    this.probe = new BreakProbe(contract, sender);
    this.saved = new SaveProbe(contract, sender);
  }

  /**
   * Checks the effect of a call on the whole state, and then, when that is right, asks the API too:
   * a state that is shown may be made up.
   *
   * @param operation id of the operation
   * @param request what was sent, in JSON
   * @param answer what came back
   * @param control the target's state
   * @param before the state before the call
   */
  public List<Difference> check(
      String operation, Request request, Answer answer, StateControl control, JsonNode before)
      throws IOException {
    var after = expected.after(before, operation, request, answer);
    List<Difference> differences = new ArrayList<>();
    if (after.isPresent()) {
      differences.addAll(Rows.compare(after.get(), control.state()));
    }
    if (differences.isEmpty()) {
      differences.addAll(ask(operation, request, answer, after));
    }
    return differences;
  }

  /**
   * Checks the effect of a call by asking the API, where the state is not shown.
   *
   * @param before the state before the call, as far as the call is concerned
   */
  public List<Difference> ask(String operation, Request request, Answer answer, JsonNode before)
      throws IOException {
    return ask(operation, request, answer, expected.after(before, operation, request, answer));
  }

  private List<Difference> ask(
      String operation, Request request, Answer answer, Optional<JsonNode> after)
      throws IOException {
    List<Difference> differences = new ArrayList<>();
    if (after.isPresent() && !ExpectedState.isRefused(answer)) {
      differences.addAll(probe.check(operation, request));
      differences.addAll(saved.check(operation, request, answer, after.get()));
    }
    return differences;
  }

  /**
   * Checks the effect of a call on the whole state, and asks nothing of the API.
   *
   * @param after the state after the call
   */
  public List<Difference> compare(
      String operation, Request request, Answer answer, JsonNode before, JsonNode after) {
    return expected
        .after(before, operation, request, answer)
        .map(right -> Rows.compare(right, after))
        .orElse(List.of());
  }

  /**
   * The state that a call leaves behind when it does what its response says.
   *
   * @param before the state before the call, as far as it is known
   * @return the same state where the effect is not known
   */
  public JsonNode after(String operation, Request request, Answer answer, JsonNode before) {
    return expected.after(before, operation, request, answer).orElse(before);
  }

  /** Where lists of a state do not have the rows that they must have. */
  public static List<Difference> lists(JsonNode expected, JsonNode state) {
    return Rows.compareLists(expected, state);
  }

  /** What a call changed that must not change anything. */
  public static List<Difference> none(StateControl control, JsonNode before) throws IOException {
    return Rows.compare(before, control.state());
  }

  /** Whether the answer says that nothing was done. */
  public static boolean isRefused(Answer answer) {
    return ExpectedState.isRefused(answer);
  }
}
