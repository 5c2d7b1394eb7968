package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Replay;
import dev.erpsync.conformance.replay.ReplayCase;
import dev.erpsync.conformance.replay.SameValue;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every documented sample, on the server, through the client on the server, and through the client
 * on a recorded exchange. Another server is checked with {@code -Derpsync.baseUrl}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleConformanceTest {
  @RegisterExtension final TargetUnderTest target = new TargetUnderTest();

  private final Contract contract = Contract.erpSync();
  private final Comparison comparison = new Comparison(contract);

  @TestFactory
  @Tag("D10")
  @Tag("D11")
  Stream<DynamicTest> onTheServer() {
    var answers = new SameValue();
    return Stream.of(Encoding.values())
        .flatMap(
            encoding -> {
              var replay = replay(encoding, answers);
              return Sample.all().stream().map(each -> onTheServer(each, encoding, replay));
            });
  }

  private Replay replay(Encoding encoding, SameValue answers) {
    var sender = new SecondOpinion(target.sender());
    var access = StateAccess.by(target.control());
    return new Replay(contract, sender, access, Optional.empty(), encoding, answers);
  }

  private DynamicTest onTheServer(Sample sample, Encoding encoding, Replay replay) {
    ReplayCase replayCase = ReplayCase.of(sample);
    String name = replayCase.name("server", encoding);
    Depth depth = comparison.depth(sample, target.control().isPresent());
    return dynamicTest(
        name,
        () -> assertThat(replay.replay(replayCase)).isEqualTo(new Verdict.Passed(name, depth)));
  }

  @TestFactory
  Stream<DynamicTest> throughTheClientOnTheServer() {
    return Sample.all().stream()
        .map(
            sample ->
                dynamicTest(
                    ReplayCase.of(sample).name("client", Encoding.JSON),
                    () -> {
                      if (target.control().isPresent()) {
                        target.control().get().replace(sample.given());
                      }
                      JsonNode result = new ClientUnderTest(target.server().baseUrl()).call(sample);
                      Depth depth = comparison.depth(sample, target.control().isPresent());
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
    assumeTrue(target.control().isPresent());
    StateControl control = target.control().orElseThrow();
    var client = new ClientUnderTest(target.server().baseUrl());
    control.replace(sample.given());
    client.call(sample);
    JsonNode once = control.state();
    client.call(sample);

    assertThat(control.state()).isEqualTo(once);
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
