package dev.erpsync.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.cases.CaseExchange;
import dev.erpsync.conformance.cases.NotProvokedException;
import dev.erpsync.conformance.format.NotSayableException;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.UnsendableException;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Effects;
import dev.erpsync.conformance.state.ControlException;
import dev.erpsync.conformance.state.ExistingIdException;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Scenario;
import dev.erpsync.spec.Step;
import dev.erpsync.spec.Variables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One run of one scenario: what is remembered, and what is stored as far as it is known. */
final class ScenarioRun {
  private final StepCalls calls;
  private final Effects effects;
  private final Optional<StateControl> control;
  private Variables variables = Variables.none();
  private JsonNode state = MissingNode.getInstance();

  ScenarioRun(CaseExchange exchange, Effects effects, Wire wire, StateAccess access) {
    this.calls = new StepCalls(exchange, wire, access.inserts());
    this.effects = effects;
    this.control = access.control();
  }

  /**
   * Makes the steps.
   *
   * @throws ControlException when the state cannot be seen before the first one
   */
  Outcome play(Scenario scenario, Variables known) throws ControlException {
    variables = known;
    state = look();
    List<Step> steps = new ArrayList<>(scenario.first());
    steps.addAll(scenario.steps());
    Outcome outcome = play(steps);
    List<Difference> differences = new ArrayList<>(outcome.differences());
    for (Step step : scenario.last()) {
      if (step.isKnownTo(variables)) {
        Outcome left = play(List.of(step));
        if (outcome.differences().isEmpty()) {
          differences.addAll(left.differences());
        }
      }
    }
    return new Outcome(differences, outcome.spared());
  }

  private Outcome play(List<Step> steps) {
    for (Step step : steps) {
      List<Difference> differences;
      try {
        StepCalls.Made made = calls.make(step, variables);
        differences = new ArrayList<>(made.differences());
        if (made.spared().isPresent() && differences.isEmpty()) {
          state = look();
          return new Outcome(List.of(), made.spared());
        }
        remember(step, made, differences);
        differences.addAll(stored(step, made));
      } catch (UnsendableException | NotSayableException | NotProvokedException e) {
        return new Outcome(List.of(), Optional.of(step + ": " + e.getMessage()));
      } catch (ExistingIdException e) {
        differences = List.of(new Difference("ids", "a new id", String.valueOf(e.getMessage())));
      } catch (IOException e) {
        differences = List.of(new Difference("exchange", "an answer", String.valueOf(e)));
      }
      if (!differences.isEmpty()) {
        return new Outcome(differences.stream().map(d -> in(step, d)).toList(), Optional.empty());
      }
    }
    return new Outcome(List.of(), Optional.empty());
  }

  private void remember(Step step, StepCalls.Made made, List<Difference> differences) {
    for (var each : step.remember().entrySet()) {
      JsonNode value = made.remembered().at(each.getValue());
      if (!value.isMissingNode() && !value.isNull()) {
        variables = variables.with(each.getKey(), value);
      } else if (differences.isEmpty()) {
        differences.add(new Difference("" + each.getValue(), "something to remember", "nothing"));
      }
    }
  }

  /** Whether what is stored is what the answer says, and what the step asks for. */
  private List<Difference> stored(Step step, StepCalls.Made made) throws ControlException {
    JsonNode before = state;
    state = look();
    if (state.isMissingNode()) {
      return List.of();
    }
    List<Difference> differences = new ArrayList<>();
    made.foreseeable()
        .ifPresent(
            call ->
                differences.addAll(
                    effects.compare(step.operation(), call.meant(), made.answer(), before, state)));
    step.state(variables).ifPresent(lists -> differences.addAll(Effects.lists(lists, state)));
    return differences;
  }

  private JsonNode look() throws ControlException {
    return control.isPresent() ? control.get().state() : MissingNode.getInstance();
  }

  private static Difference in(Step step, Difference difference) {
    String where = difference.where().isEmpty() ? "body" : difference.where();
    return new Difference(step + ": " + where, difference.expected(), difference.found());
  }
}
