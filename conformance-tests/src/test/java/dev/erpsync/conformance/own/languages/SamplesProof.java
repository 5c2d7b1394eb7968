package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.serve.LocalServer;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.stub.Seen;
import dev.erpsync.conformance.stub.StubServer;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Every documented exchange, made by a generated client. */
final class SamplesProof {
  private static final Contract CONTRACT = Contract.erpSync();

  private final Comparison comparison = new Comparison(CONTRACT);
  private final Cells cells;
  private final Driver driver;

  SamplesProof(Cells cells, Driver driver) {
    this.cells = cells;
    this.driver = driver;
  }

  /** On a server in the documented state: answered as documented, and all of that is told. */
  Stream<DynamicTest> onTheServer(Relay relay, StateControl control) {
    return Sample.all().stream()
        .map(
            sample -> cells.test(Column.SERVER, sample.name(), () -> call(sample, relay, control)));
  }

  private void call(Sample sample, Relay relay, StateControl control) throws Exception {
    JsonNode before = control.put(sample.given());
    relay.forget();
    JsonNode asked = Asked.of(relay.uri(), sample).line();
    Told told = new Told(asked, driver.call(asked)).hasAnswer();
    Response answer = relay.exchange().response();
    Depth depth = comparison.depth(sample, true);
    assertThat(
            comparison.compare(
                sample, depth, Answer.json(answer), Comparison.documentedType(sample), before))
        .as(told.toString())
        .isEmpty();
    told.isResult(answer);
  }

  /** On the stub, which finds everything in a request that is not as documented. */
  Stream<DynamicTest> onTheStub() {
    return Sample.all().stream()
        .map(sample -> cells.test(Column.STUB, sample.name(), () -> callOnTheStub(sample)));
  }

  private void callOnTheStub(Sample sample) throws Exception {
    List<String> calls = Collections.synchronizedList(new ArrayList<>());
    try (LocalServer stub = stub(calls)) {
      JsonNode asked = Asked.of(stub.uri(), sample).line();
      Told told = new Told(asked, driver.call(asked));
      assertThat(calls)
          .as(told.toString())
          .containsExactly("%s / %s / client []".formatted(sample.operation(), sample.variant()));
      told.hasAnswer().isResult(documented(sample));
    }
  }

  private static LocalServer stub(List<String> calls) throws IOException {
    var stub =
        new StubServer(
            CONTRACT,
            Sample.all(),
            EnumSet.of(Encoding.JSON),
            new Seen(Sample.all()),
            (name, differences) -> calls.add(name + " " + differences));
    return LocalServer.start("127.0.0.1", 0, stub, stub);
  }

  private static Response documented(Sample sample) {
    return new Response(
        sample.status(), Optional.empty(), sample.response().body().orElseThrow().toString());
  }
}
