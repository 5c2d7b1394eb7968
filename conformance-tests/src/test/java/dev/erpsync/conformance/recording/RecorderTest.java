package dev.erpsync.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.own.LyingHttp;
import dev.erpsync.conformance.own.Pretender;
import dev.erpsync.conformance.proxy.CheckingProxy;
import dev.erpsync.conformance.proxy.ProxySettings;
import dev.erpsync.conformance.serve.Bodies;
import dev.erpsync.conformance.serve.LocalServer;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proxy records of what passes, and what it leaves out. */
class RecorderTest {
  private static final String AGENT = "/api/v1/Agents/ErpSync/";
  private static final String LINK =
      "{\"ErpConnectionId\":1,\"CrmRecordId\":2,\"CrmActorType\":\"Contact\"}";
  private static final int LONGEST_BODY = 4000;

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private String summary = "";

  @TempDir Path folder;

  /** Calls through a proxy. */
  @FunctionalInterface
  private interface Calls {
    void make(HttpSender proxy) throws Exception;
  }

  @Test
  void noMoreExchangesAreRecordedThanTheLimit() throws Exception {
    record(saying("true"), new Limits(2, 1 << 20), this::fourCalls);
    assertThat(files()).containsExactly("000001-BreakActorLink.yaml", "000002-BreakActorLink.yaml");
    assertThat(told)
        .containsExactly("The recording is full. Nothing that begins from now on is recorded.");
    assertThat(summary)
        .matches("recorded 2 exchanges in \\d+ bytes, 0 not recorded, 2 after it was full");
  }

  @Test
  void theRecordingEndsWhenItHasTooManyBytes() throws Exception {
    record(
        saying("true"),
        new Limits(1000, 1),
        proxy -> {
          while (told.isEmpty()) {
            call(proxy, "BreakActorLink", LINK);
          }
        });
    assertThat(files()).isNotEmpty();
    assertThat(summary).endsWith(", 0 not recorded, 1 after it was full");
  }

  @Test
  void onlyExchangesOfTheContractAreRecorded() throws Exception {
    record(
        saying("true"),
        proxy -> {
          send(proxy, "/api/v1/Contact/1", LINK, Map.of());
          send(proxy, "/_emulator/state", LINK, Map.of());
          send(proxy, AGENT + "SyncAll", "", Map.of());
        });
    assertThat(files()).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsBrokenOrCannotBeReadIsNamed() throws Exception {
    record(
        (request, honest) ->
            request.query().isEmpty()
                ? Pretender.answer("true")
                : new Response(200, Optional.of("application/json; charset=utf-8"), "{"),
        proxy -> {
          call(proxy, "BreakActorLink", "{\"ErpConnectionId\":");
          call(proxy, "BreakActorLink", LINK + " ".repeat(LONGEST_BODY));
          call(proxy, "BreakActorLink?$select=x", LINK);
          send(proxy, AGENT + "breakactorlink", LINK, Map.of());
          send(proxy, AGENT + "BreakActorLink", LINK, Map.of("Content-Type", "text/plain"));
        });
    assertThat(files()).isEmpty();
    assertThat(told)
        .containsExactlyInAnyOrder(
            "NOT RECORDED  BreakActorLink / 1  the request body is no JSON",
            "NOT RECORDED  BreakActorLink / 2  the request body is longer than --max-body",
            "NOT RECORDED  BreakActorLink / 3  the response has a status or a body that the contract does not have",
            "NOT RECORDED  BreakActorLink / 4  request, path: expected /api/v1/Agents/ErpSync/BreakActorLink, found /api/v1/Agents/ErpSync/breakactorlink",
            "NOT RECORDED  BreakActorLink / 5  the request body cannot be read");
    assertThat(summary).isEqualTo("recorded 0 exchanges in 0 bytes, 5 not recorded");
  }

  /** The second call ends first: an order by the ends could be one that never was. */
  @Test
  void exchangesAreNumberedInTheOrderInWhichTheyBegan() throws Exception {
    var begun = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    record(
        (request, honest) -> {
          if (request.path().endsWith("BreakActorLink")) {
            begun.countDown();
            await(ended);
          }
          return Pretender.answer("true");
        },
        proxy -> {
          var first = CompletableFuture.runAsync(() -> unchecked(proxy));
          begun.await();
          call(proxy, "CreateActorLink", LINK);
          ended.countDown();
          first.join();
        });
    assertThat(files())
        .containsExactly("000001-BreakActorLink.yaml", "000002-CreateActorLink.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Connection":{"configFields":{"a":"neverTold"}}}             | "configFields":{"a":"masked-
          {"connection":{"CONFIGFIELDS":["neverTold"]}}                 | "CONFIGFIELDS":["masked-
          {"Connection":{"ConfigFields":"neverTold"}}                   | "ConfigFields":"masked-
          {"Connection":{"ErpPassword":"neverTold","DisplayName":"x"}}  | "DisplayName":"x"
          {"Connection":{"x":"http://me:neverTold@host/neverTold@here"}} | "http://masked-
          """)
  void secretsAreMasked(String body, String recorded) throws Exception {
    record(
        saying("true"),
        proxy -> call(proxy, "BreakActorLink", body.replace("/neverTold@here", "/x")));
    assertThat(text()).contains(recorded).doesNotContain("neverTold");
  }

  @Test
  void aMessageThatQuotesAConfigurationValueIsMaskedToo() throws Exception {
    record(
        (request, honest) ->
            new Response(
                409,
                Optional.of("application/json; charset=utf-8"),
                "{\"Error\":true,\"ErrorType\":\"x\",\"ErrorMessage\":\"'neverTold' is no server\",\"ErrorSource\":\"x\"}"),
        proxy ->
            call(
                proxy,
                "SaveConnection",
                "{\"Connection\":{\"ConfigFields\":{\"a\":\"neverTold\"}}}"));
    assertThat(text())
        .doesNotContain("neverTold")
        .containsPattern("'?'masked-[0-9a-f]{20}'?' is no server");
  }

  @Test
  void aSecretThatIsANumberCannotBeMaskedAndIsNotRecorded() throws Exception {
    record(
        saying("true"),
        proxy -> call(proxy, "SaveConnection", "{\"Connection\":{\"ConfigFields\":{\"a\":4711}}}"));
    assertThat(files()).isEmpty();
    assertThat(told)
        .containsExactly(
            "NOT RECORDED  SaveConnection / 1  a secret value in it is a number, and cannot be masked");
  }

  @Test
  void configurationsAreRecordedWhenAskedForAndCredentialsAreNot() throws Exception {
    record(
        saying("{\"a\":\"http://me:secret@host\",\"b\":\"neverTold-ticket\"}"),
        new Limits(9, 1 << 20),
        true,
        proxy ->
            send(
                proxy,
                AGENT + "GetErpConnectionConfigFields?ticket=neverTold-query&$select=a",
                "{\"ErpConnectionId\":1}",
                Map.of("Authorization", "SoTicket neverTold-ticket", "X-Key", "neverTold-key")));
    assertThat(text())
        .contains("a: http://me:secret@host", "b: '***'", "query: $select=a")
        .doesNotContain("neverTold");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{\"erpConnectionId\":1}",
        "{\r\n\t\"a\" : \"æ😀\\u0000\\ud83d\" ,  \r\n}  ",
        "{\n  \"a\": 1.50,  \n\n  \"b\": \"# no: 'comment'\"\n}\n",
        " [1,  2]\n\n"
      })
  void theTextOfARequestIsReadAsItWasSent(String body) throws Exception {
    String json = body.replaceAll(",\\s*}", "}");
    record(saying("true"), proxy -> call(proxy, "BreakActorLink", json));
    assertThat(new RecordingReader(Contract.erpSync()).read(folder))
        .singleElement()
        .satisfies(exchange -> assertThat(exchange.text()).contains(json));
  }

  @Test
  void aFolderWithARecordingIsNotWrittenTo() throws Exception {
    record(saying("true"), proxy -> call(proxy, "BreakActorLink", LINK));
    assertThatThrownBy(() -> new Recorder(Contract.erpSync(), folder, false, 1, 1, told::add))
        .isInstanceOf(IOException.class)
        .hasMessage("there is a recording in it already");
  }

  private void fourCalls(HttpSender proxy) throws IOException {
    for (int i = 0; i < 4; i++) {
      call(proxy, "BreakActorLink", LINK);
    }
  }

  private record Limits(int exchanges, long bytes) {}

  private void record(Pretender target, Calls calls) throws Exception {
    record(target, new Limits(100, 1 << 20), calls);
  }

  private void record(Pretender target, Limits limits, Calls calls) throws Exception {
    record(target, limits, false, calls);
  }

  private void record(Pretender target, Limits limits, boolean keepsSecrets, Calls calls)
      throws Exception {
    var recorder =
        new Recorder(
            Contract.erpSync(),
            folder,
            keepsSecrets,
            limits.exchanges(),
            limits.bytes(),
            told::add);
    try (var end = new LyingHttp(target, request -> Pretender.answer("true"))) {
      var settings =
          new ProxySettings(end.baseUrl(), Bodies.NONE, LONGEST_BODY, Duration.ofSeconds(30));
      var proxy =
          new CheckingProxy(
              Contract.erpSync(), settings, SSLContext.getDefault(), unused -> {}, recorder);
      // When it is closed, every exchange is over.
      try (var server = LocalServer.start("127.0.0.1", 0, proxy, proxy)) {
        calls.make(new HttpSender(server.uri()));
      }
    }
    summary = recorder.summary();
  }

  private static Pretender saying(String json) {
    return (request, honest) -> Pretender.answer(json);
  }

  private static void call(HttpSender proxy, String operation, String body) throws IOException {
    send(proxy, AGENT + operation, body, Map.of("Content-Type", "application/json"));
  }

  private static void send(
      HttpSender proxy, String target, String body, Map<String, String> headers)
      throws IOException {
    String[] parts = target.split("\\?", 2);
    var request =
        new Request(
            "POST",
            parts[0],
            parts.length > 1 ? parts[1] : "",
            headers,
            body.isEmpty() ? Optional.empty() : Optional.of(Content.of(body)));
    proxy.send(
        request.header("Content-Type").isPresent()
            ? request
            : request.with("Content-Type", "application/json"));
  }

  private static void unchecked(HttpSender proxy) {
    try {
      call(proxy, "BreakActorLink", LINK);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text() throws IOException {
    assertThat(files()).hasSize(1);
    return Files.readString(folder.resolve(files().get(0)));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
