package dev.erpsync.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.format.Negotiation;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.CaseResponse;
import dev.erpsync.spec.Contract;
import java.util.ArrayList;
import java.util.List;

/** Judges the answers to cases of one contract. */
final class CaseJudge {
  private final Contract contract;
  private final Formats formats;
  private final Comparison comparison;
  private final Negotiation negotiation;
  private final RequiredHeaders headers;

  CaseJudge(Contract contract) {
    this.contract = contract;
    this.formats = new Formats(contract);
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

  /** What an answer says. */
  Answer read(Case each, Response response) {
    return formats.read(each.operation(), response);
  }

  /**
   * Where the answer is not what the case asks for.
   *
   * @param sent as it went over the wire
   * @param before the state before the call; missing when it is not known
   */
  List<Difference> judge(Case each, Depth depth, Request sent, Answer answer, JsonNode before) {
    if (each.response().documented()) {
      List<String> types = negotiation.expected(sent);
      return comparison.compare(each.altered(), depth, answer, types, before);
    }
    return judge(each, sent, answer);
  }

  /** As above, for a case that says itself what it asks for. */
  List<Difference> judge(Case each, Request sent, Answer answer) {
    if (answer.status() != each.response().status()) {
      return List.of(Comparison.status(each.response().status(), answer));
    }
    List<Difference> differences = new ArrayList<>(form(each, sent, answer));
    differences.addAll(headers.check(each.operation(), answer));
    differences.addAll(headers.check(each.response().headers(), answer));
    differences.addAll(AskedValue.check(each.response(), answer));
    return differences;
  }

  /** Where the answer is not as the contract has any answer with its status. */
  List<Difference> form(Case each, Request sent, Answer answer) {
    List<String> types = negotiation(each, answer).expected(sent);
    return switch (sent.method()) {
      case "HEAD" -> head(answer, types);
      case "OPTIONS" -> answer.status() == 200 ? List.of() : form(each, answer, types);
      default -> form(each, answer, types);
    };
  }

  private List<Difference> form(Case each, Answer answer, List<String> types) {
    boolean success = answer.status() == each.sample().status();
    JsonNode documented =
        each.sample().response().body().filter(body -> success).orElseGet(MissingNode::getInstance);
    return comparison.compareForm(each.operation(), answer, types, documented);
  }

  private Negotiation negotiation(Case each, Answer answer) {
    return each.contract() == Contract.discovery()
        ? Negotiation.of(contract, each.operation(), answer.status())
        : negotiation;
  }

  /** As the GET, without the body (RFC 9110, section 9.3.2). */
  private static List<Difference> head(Answer answer, List<String> types) {
    List<Difference> differences = Comparison.compareType(answer, types);
    if (!answer.text().isEmpty()) {
      differences.add(new Difference("", "no body", answer.text()));
    }
    return differences;
  }

  /** Whether another state than that of the case explains the answer. */
  boolean isRefusal(Case each, Answer answer) {
    return comparison.isRefusal(each.sample(), answer);
  }
}
