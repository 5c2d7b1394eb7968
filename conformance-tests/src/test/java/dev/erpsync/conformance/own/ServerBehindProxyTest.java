package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.proxy.ProxyUnderTest;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Nobody can tell this project's server from itself behind the proxy. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerBehindProxyTest {
  private static final int CALLERS = 64;

  private final Contract contract = Contract.erpSync();
  private ServerJar server;
  private ProxyUnderTest proxy;
  private StateControl control;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    server = ServerJar.start(folder);
    proxy = ProxyUnderTest.before(server.baseUrl());
    control =
        StateControl.of(
                new HttpSender(server.baseUrl()),
                Sample.all().get(0).request().headers().getOrDefault("Authorization", ""))
            .orElseThrow();
  }

  @AfterAll
  void stop() {
    proxy.close();
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> everySampleIsAnsweredTheSame() {
    return Stream.of(Encoding.values())
        .flatMap(
            encoding ->
                Sample.all().stream()
                    .map(
                        sample ->
                            dynamicTest(
                                sample.name() + " in " + encoding,
                                () -> sameAnswer(sample, encoding))));
  }

  private void sameAnswer(Sample sample, Encoding encoding) throws Exception {
    Operation operation = contract.operation(sample.operation()).orElseThrow();
    Request documented =
        new Request(
            operation.method(),
            operation.path(),
            sample.request().query(),
            sample.request().headers(),
            sample.request().body().map(Content::json));
    Request request = new Formats(contract).write(operation, documented, encoding.wire());
    control.replace(sample.given());
    Response direct = new HttpSender(server.baseUrl()).send(request);
    control.replace(sample.given());
    Response proxied = new HttpSender(proxy.uri()).send(request);
    assertThat(proxied.status()).isEqualTo(direct.status());
    assertThat(proxied.text()).isEqualTo(direct.text());
    assertThat(lasting(proxied)).isEqualTo(lasting(direct));
    assertThat(proxy.next().verdict()).isInstanceOf(Verdict.Passed.class);
  }

  /** Headers that are the same in every answer to the same call. */
  private static Map<String, List<String>> lasting(Response response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(response.headers());
    headers.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).matches("date|.*request-id"));
    return headers;
  }

  @Test
  void everyCallerGetsTheirOwnAnswer() throws Exception {
    var callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<String>> calls =
          IntStream.range(0, CALLERS).<Callable<String>>mapToObj(i -> () -> unknown(i)).toList();
      List<Future<String>> answers = callers.invokeAll(calls);
      for (int i = 0; i < CALLERS; i++) {
        assertThat(answers.get(i).get()).contains("Connection " + (7000 + i) + " does not exist.");
      }
    } finally {
      callers.shutdownNow();
    }
    for (int i = 0; i < CALLERS; i++) {
      assertThat(proxy.next().verdict()).isInstanceOf(Verdict.Passed.class);
    }
  }

  /** The answer names the connection that was asked for. */
  private String unknown(int i) throws IOException {
    Sample sample =
        Sample.all().stream()
            .filter(each -> each.name().equals("ConnectActor-000"))
            .findFirst()
            .orElseThrow();
    var body = sample.request().body().orElseThrow().<ObjectNode>deepCopy();
    body.put("ErpConnectionId", 7000 + i);
    Operation operation = contract.operation(sample.operation()).orElseThrow();
    return new HttpSender(proxy.uri())
        .send(
            new Request(
                "POST",
                operation.path(),
                "",
                sample.request().headers(),
                Optional.of(Content.json(body))))
        .text();
  }
}
