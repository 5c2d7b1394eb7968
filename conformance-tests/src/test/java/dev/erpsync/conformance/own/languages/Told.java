package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;

/**
 * What a driver says came of a call.
 *
 * @param asked the line in
 * @param line the line out
 */
record Told(JsonNode asked, JsonNode line) {
  private static final Contract CONTRACT = Contract.erpSync();

  /** The call did not fail before there was an answer that the client could read. */
  Told hasAnswer() {
    assertThat(line.path("failure").asText(null)).as(toString()).isNull();
    return this;
  }

  /** The result says all that the answer said, and nothing else. */
  void isResult(Response answer) {
    assertThat(line.path("status").asInt()).as(toString()).isEqualTo(answer.status());
    if (answer.status() == 204) {
      assertThat(body().isMissingNode() || body().isNull()).as(toString()).isTrue();
    } else {
      assertThat(Said.by(body())).as(toString()).isEqualTo(Said.by(answer.json().orElseThrow()));
    }
  }

  /** The error says all that the answer said, which is what the contract has for the status. */
  void isError(int status, Response answer) {
    JsonNode sent = answer.json().orElseThrow();
    assertThat(answer.status()).as(sent.toString()).isEqualTo(status);
    assertThat(line.path("status").asInt()).as(toString()).isEqualTo(status);
    assertThat(line.path("error")).as(toString()).isEqualTo(sent);
    Operation operation = CONTRACT.operation(asked.path("operation").asText()).orElseThrow();
    var schema = operation.responseSchema(CONTRACT, status, "application/json").orElseThrow();
    assertThat(CONTRACT.check(schema, sent)).isEmpty();
  }

  JsonNode body() {
    return line.path("body");
  }

  @Override
  public String toString() {
    return "in: %s%nout: %s".formatted(asked, line);
  }
}
