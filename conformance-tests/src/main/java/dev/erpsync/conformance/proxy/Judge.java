package dev.erpsync.conformance.proxy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.http.Request;
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
  private final Listener listener;

  Judge(Contract contract, ProxySettings settings, Listener listener) {
    this.contract = contract;
    this.listener = listener;
    this.requests = new RequestCheck(contract, settings.maxBytes());
    this.answers = new AnswerCheck(contract, settings.maxBytes());
    this.evidence = new Evidence(settings.bodies());
  }

  /**
   * The number of a request, to be taken before it is sent on: by it the exchanges can be put in an
   * order in which each one comes after those that had ended when it began.
   */
  long number(Request request) {
    long number = count.incrementAndGet();
    if (Route.of(contract, request).isPresent()) {
      listener.began(number);
    }
    return number;
  }

  /** Judges an exchange that passed as a whole. */
  Replayed judge(long number, Passed passed, Duration took) {
    return judge(number, passed, took, Optional.empty());
  }

  /**
   * Judges an exchange that the target did not finish.
   *
   * @param found what came in the place of an answer
   */
  Replayed unanswered(long number, Passed passed, String found, Duration took) {
    return judge(number, passed, took, Optional.of(new Difference("", "an answer", found)));
  }

  /** An exchange that says nothing of either side, for this reason. */
  Replayed unjudged(long number, Passed passed, String reason, Duration took) {
    Optional<Route> route = Route.of(contract, passed.request());
    route.ifPresent(each -> listener.broken(number, each.operation(), reason));
    String operation = route.map(each -> each.operation().id()).orElse(OTHER);
    var verdict =
        new Verdict.Skipped(name(number, operation, passed), route.isEmpty() ? NOT_OURS : reason);
    return new Replayed(verdict, source(operation), took, List.of());
  }

  private Replayed judge(long number, Passed passed, Duration took, Optional<Difference> failure) {
    Optional<Route> route = Route.of(contract, passed.request());
    if (route.isEmpty()) {
      return unjudged(number, passed, NOT_OURS, took);
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
    tell(number, route.get(), passed, new Passed.Values(sent, received), failure);
    Verdict verdict = findings.verdict(name(number, operation.id(), passed));
    if (!(verdict instanceof Verdict.Failed)) {
      return new Replayed(verdict, source(operation.id()), took, List.of());
    }
    Redaction redaction = redaction(operation, passed);
    Trace trace = redaction.of(evidence.of(passed, new Passed.Values(sent, received)));
    return new Replayed(redaction.of(verdict), source(operation.id()), took, List.of(trace));
  }

  private void tell(
      long number, Route route, Passed passed, Passed.Values values, Optional<Difference> failure) {
    Optional<String> fault =
        failure
            .map(each -> "there is no whole response: " + each.found())
            .or(() -> fault(route, passed, values));
    fault.ifPresentOrElse(
        reason -> listener.broken(number, route.operation(), reason),
        () -> listener.passed(number, route.operation(), passed, values));
  }

  private static Optional<String> fault(Route route, Passed passed, Passed.Values values) {
    if (!route.differences().isEmpty()) {
      return Optional.of("request, " + route.differences().get(0));
    }
    if (!passed.sent().isWhole()) {
      return Optional.of("the request body is longer than --max-body");
    }
    if (!passed.received().isWhole()) {
      return Optional.of("the response body is longer than --max-body");
    }
    return passed.received().isEmpty() || values.received().isPresent()
        ? Optional.empty()
        : Optional.of("the response has a status or a body that the contract does not have");
  }

  private static String name(long number, String operation, Passed passed) {
    return "%s / %d / proxy / %s".formatted(operation, number, encoding(passed));
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
