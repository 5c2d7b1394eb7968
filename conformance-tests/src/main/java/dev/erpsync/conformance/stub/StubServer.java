package dev.erpsync.conformance.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.format.QueryArguments;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Redaction;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Source;
import dev.erpsync.conformance.report.Trace;
import dev.erpsync.conformance.serve.Bodies;
import dev.erpsync.conformance.serve.Body;
import dev.erpsync.conformance.serve.Checked;
import dev.erpsync.conformance.serve.Evidence;
import dev.erpsync.conformance.serve.Incoming;
import dev.erpsync.conformance.serve.NotCheckedException;
import dev.erpsync.conformance.serve.Passed;
import dev.erpsync.conformance.serve.RequestCheck;
import dev.erpsync.conformance.serve.Route;
import dev.erpsync.conformance.serve.SentSecrets;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Answers the documented requests as they are documented, and all others with an error that says
 * what is wrong. Remembers nothing but which samples were asked for. Thread-safe.
 */
public final class StubServer implements HttpHandler {
  private static final int MAX_BYTES = 1 << 20;

  private final Contract contract;
  private final List<Sample> samples;
  private final Set<Encoding> encodings;
  private final Seen seen;
  private final BiConsumer<String, List<Difference>> told;
  private final RequestCheck requests;
  private final Evidence evidence = new Evidence(Bodies.WHOLE);
  private final Answers answers;

  /**
   * A stub.
   *
   * @param samples what is documented
   * @param encodings in which requests may be written
   * @param seen keeps what was asked for
   * @param told is told the name and the differences of every call, by several threads at once
   */
  public StubServer(
      Contract contract,
      List<Sample> samples,
      Set<Encoding> encodings,
      Seen seen,
      BiConsumer<String, List<Difference>> told) {
    this.contract = contract;
    this.samples = List.copyOf(samples);
    this.encodings = Set.copyOf(encodings);
    this.seen = seen;
    this.told = told;
    this.requests = new RequestCheck(contract, MAX_BYTES);
    this.answers = new Answers(contract);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    long begin = System.nanoTime();
    byte[] bytes = exchange.getRequestBody().readNBytes(MAX_BYTES + 1);
    var body = new Body(Content.of(bytes), bytes.length);
    Request request = Incoming.of(exchange, body);
    if (request.path().equals("/") && request.method().equals("GET")) {
      answers.seen(exchange, seen);
      return;
    }
    var call = bytes.length > MAX_BYTES ? Call.tooLong(MAX_BYTES) : call(request);
    // Before it is answered: whoever has the answer may ask what was seen.
    remember(call, request, body, Duration.ofNanos(System.nanoTime() - begin));
    answers.answer(exchange, call);
  }

  private Call call(Request request) {
    Optional<Route> route = Route.of(contract, request);
    if (route.isEmpty()) {
      return Call.elsewhere(contract, request);
    }
    Operation operation = route.get().operation();
    boolean bodiless = operation.requestTypes().isEmpty();
    List<Difference> differences = new ArrayList<>(requests.checkHead(route.get(), request));
    JsonNode arguments = QueryArguments.of(contract, operation, request.query());
    if (!request.query().isEmpty() && arguments.isEmpty()) {
      differences.add(new Difference("query", "none in a documented request", "one"));
    }
    differences.addAll(bodiless ? List.of() : encoding(request));
    Checked checked;
    try {
      checked = requests.checkBody(operation, request);
    } catch (NotCheckedException e) {
      checked =
          new Checked(
              List.of(
                  new Difference("", "a body that can be read", String.valueOf(e.getMessage()))),
              Optional.empty());
    }
    differences.addAll(checked.differences());
    Optional<JsonNode> sent = bodiless ? Optional.of(arguments) : checked.value();
    Optional<Closest> closest = sent.flatMap(value -> closest(operation, request, value));
    closest.ifPresent(each -> addMissing(each.differences(), differences));
    return new Call(operation.id(), closest.map(Closest::sample), List.copyOf(differences));
  }

  private Optional<Closest> closest(Operation operation, Request request, JsonNode value) {
    var meaning = new SameMeaning(encodingOf(request) == Encoding.FORM);
    return Closest.of(contract, samples, operation, value, meaning);
  }

  /** What breaks the contract is named once. */
  private static void addMissing(List<Difference> found, List<Difference> into) {
    List<String> places = into.stream().map(Difference::where).toList();
    found.stream().filter(each -> !places.contains(each.where())).forEach(into::add);
  }

  private List<Difference> encoding(Request request) {
    return encodings.contains(encodingOf(request))
        ? List.of()
        : List.of(
            new Difference(
                "Content-Type",
                "one in " + encodings,
                request.header("Content-Type").orElse("nothing")));
  }

  private static Encoding encodingOf(Request request) {
    String type = MediaTypes.essence(request.header("Content-Type").orElse(""));
    return MediaTypes.isXml(type)
        ? Encoding.XML
        : MediaTypes.isForm(type) ? Encoding.FORM : Encoding.JSON;
  }

  private void remember(Call call, Request request, Body body, Duration took) {
    var passed = new Passed(request, body, call.status(), Map.of(), Body.NONE);
    Redaction redaction = SentSecrets.redaction(passed, List.of());
    Trace trace =
        redaction.of(evidence.of(passed, new Passed.Values(Optional.empty(), Optional.empty())));
    List<Difference> differences = call.differences().stream().map(redaction::of).toList();
    if (call.sample().isPresent()) {
      Sample sample = call.sample().get();
      seen.add(sample, differences, trace, took);
      told.accept(Seen.name(sample), differences);
    } else {
      String name = call.operation() + " / no sample / client";
      var verdict = new Verdict.Failed(name, Depth.EXACT, differences);
      var source = new Source(call.operation(), "", "", 0, "What is asked for is documented.", "");
      seen.addOther(new Replayed(verdict, source, took, List.of(trace)));
      told.accept(name, differences);
    }
  }
}
