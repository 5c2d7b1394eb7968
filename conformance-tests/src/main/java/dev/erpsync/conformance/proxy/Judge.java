package dev.erpsync.conformance.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Source;
import dev.erpsync.conformance.report.Trace;
import dev.erpsync.conformance.serve.AnswerCheck;
import dev.erpsync.conformance.serve.Evidence;
import dev.erpsync.conformance.serve.Passed;
import dev.erpsync.conformance.serve.RequestCheck;
import dev.erpsync.conformance.serve.Route;
import dev.erpsync.conformance.serve.SentSecrets;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Parameter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Judges both sides of what passed by the contract. Thread-safe. */
final class Judge {
  static final String OTHER = "other";
  private static final String NOT_OURS = "not in the contract";

  private final Contract contract;
  private final RequestCheck requests;
  private final AnswerCheck answers;
  private final Evidence evidence;
  private final AtomicLong count = new AtomicLong();

  Judge(Contract contract, ProxySettings settings) {
    this.contract = contract;
    this.requests = new RequestCheck(contract, settings.maxBytes());
    this.answers = new AnswerCheck(contract, settings.maxBytes());
    this.evidence = new Evidence(settings.bodies());
  }

  /** Judges an exchange that passed as a whole. */
  Replayed judge(Passed passed, Duration took) {
    return judge(passed, took, Optional.empty());
  }

  /**
   * Judges an exchange that the target did not finish.
   *
   * @param found what came in the place of an answer
   */
  Replayed unanswered(Passed passed, String found, Duration took) {
    return judge(passed, took, Optional.of(new Difference("", "an answer", found)));
  }

  /** An exchange that says nothing of either side, for this reason. */
  Replayed unjudged(Passed passed, String reason, Duration took) {
    Optional<Route> route = Route.of(contract, passed.request());
    String operation = route.map(each -> each.operation().id()).orElse(OTHER);
    var verdict = new Verdict.Skipped(name(operation, passed), route.isEmpty() ? NOT_OURS : reason);
    return new Replayed(verdict, source(operation), took, List.of());
  }

  private Replayed judge(Passed passed, Duration took, Optional<Difference> failure) {
    Optional<Route> route = Route.of(contract, passed.request());
    if (route.isEmpty()) {
      return unjudged(passed, NOT_OURS, took);
    }
    Operation operation = route.get().operation();
    var findings = new Findings();
    findings.add("request", requests.checkHead(route.get(), passed.request()));
    Optional<JsonNode> sent =
        findings.body(
            "request", passed.sent(), () -> requests.checkBody(operation, passed.request()));
    Optional<JsonNode> received = Optional.empty();
    if (failure.isPresent()) {
      findings.add("answer", List.of(failure.get()));
    } else {
      received = findings.body("answer", passed.received(), () -> answers.check(operation, passed));
    }
    Verdict verdict = findings.verdict(name(operation.id(), passed));
    if (!(verdict instanceof Verdict.Failed)) {
      return new Replayed(verdict, source(operation.id()), took, List.of());
    }
    Redaction redaction = redaction(operation, passed);
    Trace trace = redaction.of(evidence.of(passed, new Passed.Values(sent, received)));
    return new Replayed(redaction.of(verdict), source(operation.id()), took, List.of(trace));
  }

  private String name(String operation, Passed passed) {
    return "%s / %d / proxy / %s".formatted(operation, count.incrementAndGet(), encoding(passed));
  }

  private Redaction redaction(Operation operation, Passed passed) {
    return SentSecrets.redaction(
        passed, operation.parameters(contract).stream().map(Parameter::name).toList());
  }

  private static Source source(String operation) {
    return new Source(operation, "", "", 0, "What passes is as the contract has it.", "");
  }

  private static String encoding(Passed passed) {
    String type = MediaTypes.essence(passed.request().header("Content-Type").orElse(""));
    return MediaTypes.isXml(type) ? "xml" : MediaTypes.isForm(type) ? "form" : "json";
  }
}
