package dev.erpsync.conformance.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Replayed;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.serve.ErrorAnswers;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Header;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a stub answers: the documented answer, or why there is none. Thread-safe. */
final class Answers {
  private static final int NOTHING = 204;
  private static final int NO_METHOD = 405;
  private static final Map<Integer, String> TYPES =
      Map.of(401, "SoSentryException", 404, "SoNotFoundException");

  private final Contract contract;
  private final ErrorAnswers errors;

  Answers(Contract contract) {
    this.contract = contract;
    this.errors = new ErrorAnswers(contract);
  }

  /** Answers a call. */
  void answer(HttpExchange exchange, Call call) throws IOException {
    if (!call.differences().isEmpty() || call.sample().isEmpty()) {
      refuse(exchange, call);
      return;
    }
    Sample sample = call.sample().get();
    sample.response().headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().remove("Content-Type");
    if (sample.status() == NOTHING) {
      ErrorAnswers.send(exchange, NOTHING, new byte[0]);
      return;
    }
    Operation operation = contract.operation(sample.operation()).orElseThrow();
    JsonNode value = sample.response().body().orElseThrow();
    errors.send(
        exchange,
        sample.status(),
        operation.responseSchema(contract, sample.status(), MediaTypes.JSON).orElseThrow(),
        value);
  }

  private void refuse(HttpExchange exchange, Call call) throws IOException {
    int status = call.status();
    contract
        .operation(call.operation())
        .ifPresent(operation -> explain(exchange, operation, status));
    errors.send(exchange, status, TYPES.getOrDefault(status, "ArgumentException"), call.told());
  }

  /** Headers that the contract or HTTP requires of this status. */
  private void explain(HttpExchange exchange, Operation operation, int status) {
    if (status == NO_METHOD) {
      exchange.getResponseHeaders().set("Allow", operation.method());
    }
    for (Header header : operation.responseHeaders(contract, status)) {
      JsonNode words = contract.document().at(header.schema()).path("enum").path(0);
      if (header.required() && words.isTextual()) {
        exchange.getResponseHeaders().set(header.name(), words.textValue());
      }
    }
  }

  /** Answers what was seen so far. */
  void seen(HttpExchange exchange, Seen seen) throws IOException {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    Tally tally = seen.tally();
    all.put("passed", tally.passed()).put("failed", tally.failed()).put("skipped", tally.skipped());
    ArrayNode calls = all.putArray("calls");
    for (Replayed each : seen.results()) {
      ObjectNode call = calls.addObject().put("name", each.verdict().name());
      if (each.verdict() instanceof Verdict.Failed failed) {
        ArrayNode differences = call.put("verdict", "failed").putArray("differences");
        failed.differences().forEach(difference -> differences.add(difference.toString()));
      } else {
        call.put("verdict", each.verdict() instanceof Verdict.Passed ? "passed" : "skipped");
      }
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    byte[] text = (all.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
    ErrorAnswers.send(exchange, 200, text);
  }
}
