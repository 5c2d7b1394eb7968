package dev.erpsync.conformance.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.cases.CaseCall;
import dev.erpsync.conformance.cases.CaseExchange;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.state.ExistingIdException;
import dev.erpsync.conformance.state.StateByOperations;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Step;
import dev.erpsync.spec.Step.Expected;
import dev.erpsync.spec.Variables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the calls of steps, in a row or at once, and judges the answers. */
final class StepCalls {
  /** Methods that ask and change nothing; what they change is no effect of the operation. */
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final CaseExchange exchange;
  private final Wire wire;
  private final Optional<StateByOperations> inserts;

  /**
   * Calls on one target.
   *
   * @param inserts checks what the calls insert; empty where that is put back
   */
  StepCalls(CaseExchange exchange, Wire wire, Optional<StateByOperations> inserts) {
    this.exchange = exchange;
    this.wire = wire;
    this.inserts = inserts;
  }

  /**
   * What came of a step.
   *
   * @param differences where the answers are not what is expected
   * @param answered the answer to the only call, or the one of a race that is expected first
   * @param foreseeable the call of which the effect on the state can be foreseen
   * @param spared why the target may answer so instead
   */
  record Made(
      List<Difference> differences,
      Optional<Answer> answered,
      Optional<CaseCall> foreseeable,
      Optional<String> spared) {
    Answer answer() {
      return answered.orElseThrow();
    }

    JsonNode remembered() {
      return answered.flatMap(Answer::value).orElseGet(MissingNode::getInstance);
    }
  }

  Made make(Step step, Variables variables) throws IOException {
    return step.race() == 1 ? one(step, variables) : many(step, variables);
  }

  private Made one(Step step, Variables variables) throws IOException {
    Case asked = step.asked(variables, step.expected().get(0));
    CaseCall call = exchange.call(asked, wire);
    Answer answer = exchange.send(asked, call);
    requireNew(step, call, answer);
    boolean foreseeable = asked.request().text().isEmpty() && !SAFE.contains(call.sent().method());
    Optional<String> spared = exchange.sparedFor(asked, answer);
    return new Made(
        spared.isPresent()
            ? exchange.form(asked, call, answer)
            : exchange.judge(asked, call, answer),
        Optional.of(answer),
        Optional.of(call).filter(some -> foreseeable),
        spared);
  }

  private Made many(Step step, Variables variables) throws IOException {
    List<Race.Caller> callers = new ArrayList<>();
    for (int i = 1; i <= step.race(); i++) {
      Variables own = variables.with(Variables.CALLER, IntNode.valueOf(i));
      Case asked = step.asked(own, step.expected().get(0));
      callers.add(new Race.Caller(own, asked, exchange.call(asked, wire)));
    }
    List<Answer> answers = Race.run(exchange, callers);
    for (int i = 0; i < answers.size(); i++) {
      requireNew(step, callers.get(i).call(), answers.get(i));
    }
    return finish(step, callers, answers);
  }

  /** The last steps remove what the first ones made, by the id in the response. */
  private void requireNew(Step step, CaseCall call, Answer answer) throws ExistingIdException {
    if (inserts.isPresent() && answer.value().isPresent()) {
      JsonNode sent = call.meant().body().orElseGet(MissingNode::getInstance);
      inserts.get().requireNew(step.operation(), sent, answer.value().get());
    }
  }

  /** Every answer has to be one of those that are expected, and each as often as it is. */
  private Made finish(Step step, List<Race.Caller> callers, List<Answer> answers) {
    List<Expected> expected = step.expected();
    List<Difference> differences = new ArrayList<>();
    List<Answer> first = new ArrayList<>();
    int[] found = new int[expected.size()];
    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i);
      List<Difference> nearest = List.of();
      int kind = -1;
      for (int k = 0; k < expected.size() && kind < 0; k++) {
        Race.Caller caller = callers.get(i);
        Case asked = step.asked(caller.variables(), expected.get(k));
        List<Difference> some = exchange.judge(asked, caller.call(), answer);
        kind = some.isEmpty() ? k : -1;
        nearest = k == 0 || some.size() < nearest.size() ? some : nearest;
      }
      if (kind < 0) {
        nearest.forEach(differences::add);
      } else {
        found[kind]++;
      }
      if (kind == 0) {
        first.add(answer);
      }
    }
    for (int k = 0; k < found.length && differences.isEmpty(); k++) {
      Expected each = expected.get(k);
      if (found[k] != each.times()) {
        differences.add(new Difference("answers " + each, "" + each.times(), "" + found[k]));
      }
    }
    return new Made(differences, first.stream().findFirst(), Optional.empty(), Optional.empty());
  }
}
