package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Replay;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.SameValue;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.server.TargetServerProvider;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.conformance.state.StateGuard;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every documented sample, on the server, through the client on the server, and through the client
 * on a recorded exchange. Another server is checked with {@code -Derpsync.baseUrl}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleConformanceTest {
  private final Contract contract = Contract.erpSync();
  private final Comparison comparison = new Comparison(contract);
  private final TargetServer server = TargetServerProvider.find();
  private final Sender sender = new SecondOpinion(new HttpSender(server.baseUrl()));
  private Optional<StateControl> control = Optional.empty();
  private @Nullable StateGuard guard;

  @BeforeAll
  void findControl() throws Exception {
    control =
        StateControl.of(
            sender, Sample.all().get(0).request().headers().getOrDefault("Authorization", ""));
    guard = StateGuard.of(control);
  }

  @AfterAll
  void restoreAndStop() throws Exception {
    try (server) {
      if (guard != null) {
        guard.restore();
      }
    }
  }

  @TestFactory
  @Tag("D10")
  @Tag("D11")
  Stream<DynamicTest> onTheServer() {
    var answers = new SameValue();
    return Stream.of(Encoding.values())
        .flatMap(
            encoding -> Sample.all().stream().map(each -> onTheServer(each, encoding, answers)));
  }

  private DynamicTest onTheServer(Sample sample, Encoding encoding, SameValue answers) {
    ReplayCase replayCase = ReplayCase.of(sample);
    String name = replayCase.name("server", encoding);
    Depth depth = comparison.depth(sample, control.isPresent());
    return dynamicTest(
        name,
        () ->
            assertThat(
                    new Replay(contract, sender, control, Optional.empty(), encoding, answers)
                        .replay(replayCase))
                .isEqualTo(new Verdict.Passed(name, depth)));
  }

  @TestFactory
  Stream<DynamicTest> throughTheClientOnTheServer() {
    return Sample.all().stream()
        .map(
            sample ->
                dynamicTest(
                    ReplayCase.of(sample).name("client", Encoding.JSON),
                    () -> {
                      if (control.isPresent()) {
                        control.get().replace(sample.given());
                      }
                      JsonNode result = new ClientUnderTest(server.baseUrl()).call(sample);
                      Depth depth = comparison.depth(sample, control.isPresent());
                      assertThat(
                              comparison.compare(
                                  sample,
                                  depth,
                                  asAnswer(sample, result),
                                  Comparison.documentedType(sample),
                                  sample.given()))
                          .isEmpty();
                    }));
  }

  @TestFactory
  @Tag("D55")
  Stream<DynamicTest> whatIsMarkedAsIdempotentLeavesTheSameMadeTwice() {
    return Sample.all().stream()
        .filter(sample -> contract.operation(sample.operation()).orElseThrow().isIdempotent())
        .map(sample -> dynamicTest(sample.name(), () -> twice(sample)));
  }

  private void twice(Sample sample) throws Exception {
    assumeTrue(control.isPresent());
    var client = new ClientUnderTest(server.baseUrl());
    control.get().replace(sample.given());
    client.call(sample);
    JsonNode once = control.get().state();
    client.call(sample);

    assertThat(control.get().state()).isEqualTo(once);
  }

  @TestFactory
  Stream<DynamicTest> throughTheClientOnARecordedExchange() {
    return Sample.all().stream()
        .map(
            sample ->
                dynamicTest(
                    ReplayCase.of(sample).name("recorded", Encoding.JSON), () -> recorded(sample)));
  }

  private void recorded(Sample sample) throws Exception {
    Operation operation = contract.operation(sample.operation()).orElseThrow();
    try (var recorded = new Recorded(sample)) {
      JsonNode result = new ClientUnderTest(recorded.baseUrl()).call(sample);
      assertThat(recorded.asked())
          .isEqualTo(
              new Request(
                  operation.method(),
                  operation.path(),
                  sample.request().query(),
                  sample.request().headers(),
                  sample.request().body().map(Content::json)));
      assertThat(result).isEqualTo(sample.response().body().orElseThrow());
    }
  }

  /** What the client returns says nothing of headers; the server test checks those. */
  private static Answer asAnswer(Sample sample, JsonNode result) {
    return Answer.json(
        sample.status() == 204
            ? new Response(204, Optional.empty(), result.isNull() ? "" : result.toString())
            : new Response(
                sample.status(),
                Optional.ofNullable(sample.response().headers().get("Content-Type")),
                result.toString()));
  }
}
