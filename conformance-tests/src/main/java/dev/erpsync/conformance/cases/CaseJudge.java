package dev.erpsync.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.CaseResponse;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Judges the answer to a case. */
final class CaseJudge {
  private final Contract contract;
  private final Comparison comparison;
  private final Negotiation negotiation;
  private final RequiredHeaders headers;

  CaseJudge(Contract contract) {
    this.contract = contract;
    this.comparison = new Comparison(contract);
    this.negotiation = new Negotiation(contract);
    this.headers = new RequiredHeaders(contract);
  }

  /** How far an answer to this case can be compared. */
  Depth depth(Case each, boolean stateKnown) {
    CaseResponse expected = each.response();
    if (expected.documented()) {
      return comparison.depth(each.altered(), stateKnown);
    }
    if (expected.status() >= 400) {
      return Depth.REFUSAL;
    }
    return expected.value().isPresent() || !expected.values().isEmpty()
        ? Depth.EXACT
        : Depth.STRUCTURE;
  }

  /**
   * Where the answer is not what the case asks for.
   *
   * @param sent as it went over the wire
   * @param before the state before the call; missing when it is not known
   */
  List<Difference> judge(Case each, Depth depth, Request sent, Answer answer, JsonNode before) {
    List<String> types = negotiation.expected(sent);
    if (each.response().documented()) {
      return comparison.compare(each.altered(), depth, answer, types, before);
    }
    if (answer.status() != each.response().status()) {
      return List.of(Comparison.status(each.response().status(), answer));
    }
    List<Difference> differences = new ArrayList<>(form(each, sent, answer));
    differences.addAll(headers.check(operation(each), answer));
    differences.addAll(headers.check(each.response().headers(), answer));
    differences.addAll(body(each.response(), answer));
    return differences;
  }

  /** Where the answer is not as the contract has any answer with its status. */
  List<Difference> form(Case each, Request sent, Answer answer) {
    return comparison.compareForm(operation(each), answer, negotiation.expected(sent));
  }

  /** Whether another state than that of the case explains the answer. */
  boolean isRefusal(Case each, Answer answer) {
    return comparison.isRefusal(each.sample(), answer);
  }

  private static List<Difference> body(CaseResponse expected, Answer answer) {
    JsonNode value = answer.value().orElseGet(MissingNode::getInstance);
    List<Difference> differences = new ArrayList<>();
    String detail = value.path("MessageDetail").asText();
    expected
        .names()
        .filter(pointer -> !names(detail, pointer))
        .ifPresent(
            pointer ->
                differences.add(new Difference("/MessageDetail", "the place " + pointer, detail)));
    expected
        .hides()
        .filter(answer.text()::contains)
        .ifPresent(secret -> differences.add(new Difference("", "no " + secret, answer.text())));
    expected
        .errorType()
        .filter(type -> !type.equals(value.path("ErrorType").asText()))
        .ifPresent(
            type ->
                differences.add(new Difference("/ErrorType", type, "" + value.path("ErrorType"))));
    expected
        .value()
        .filter(whole -> !whole.equals(value))
        .ifPresent(whole -> differences.add(new Difference("", "" + whole, "" + value)));
    expected
        .values()
        .forEach(
            (place, part) -> {
              if (!part.equals(value.at(place))) {
                differences.add(new Difference("" + place, "" + part, "" + value.at(place)));
              }
            });
    return differences;
  }

  /** Whether a text names the place itself, and not only one below or beside it. */
  private static boolean names(String text, String pointer) {
    return Pattern.compile(Pattern.quote(pointer) + "(?![\\w/~])").matcher(text).find();
  }

  private Operation operation(Case each) {
    return contract.operation(each.sample().operation()).orElseThrow();
  }
}
