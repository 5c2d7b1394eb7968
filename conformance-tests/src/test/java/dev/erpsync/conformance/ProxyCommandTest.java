package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpServer;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The command, as its users run it, in front of a server that repeats what it is told. */
class ProxyCommandTest {
  private static final String BREAK = "/api/v1/Agents/ErpSync/BreakActorLink";
  private static final String LINK =
      "{\"ErpConnectionId\":510,\"CrmRecordId\":473,\"CrmActorType\":\"Contact\"}";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private HttpServer target;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    target.createContext(
        "/",
        exchange -> {
          String login = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] echo = TextNode.valueOf(login).toString().getBytes(StandardCharsets.UTF_8);
          byte[] right = "true".getBytes(StandardCharsets.UTF_8);
          exchange.getRequestBody().readAllBytes();
          if (exchange.getRequestURI().getPath().equals("/slow")) {
            asked.countDown();
            await();
          }
          boolean repeats = exchange.getRequestHeaders().containsKey("X-Repeat");
          exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
          exchange.getResponseHeaders().add("Set-Cookie", "session=neverTold-set; HttpOnly");
          byte[] said = repeats ? echo : right;
          exchange.sendResponseHeaders(200, said.length);
          exchange.getResponseBody().write(said);
          exchange.close();
        });
    target.setExecutor(Executors.newCachedThreadPool());
    target.start();
  }

  @AfterEach
  void stop() {
    answer.countDown();
    target.stop(0);
  }

  @Test
  void saysWhereItListensAndInTheEndWhatCameOfIt() throws Exception {
    try (var proxy = proxy()) {
      assertThat(proxy.firstLine())
          .matches(
              "erpsync proxy listening on http://127\\.0\\.0\\.1:\\d+, forwarding to " + url());
      assertThat(call(proxy, BREAK, LINK, Map.of()).text()).isEqualTo("true");
      call(proxy, "/api/v1/Contact/1", LINK, Map.of());
      assertThat(proxy.stop()).isEqualTo("1 passed, 0 failed, 1 skipped\n");
      assertThat(proxy.exitStatus()).isZero();
    }
  }

  @Test
  void tellsAViolationInOneLineAndEndsWithOne() throws Exception {
    try (var proxy = proxy()) {
      call(proxy, BREAK, LINK.replace("473", "\"473\""), Map.of("X-Repeat", "1"));
      assertThat(proxy.stop())
          .isEqualTo(
              "FAIL  BreakActorLink / 1 / proxy / json  request /CrmRecordId: expected an"
                  + " integer, found string  (1 more)\n0 passed, 1 failed, 0 skipped\n");
      assertThat(proxy.exitStatus()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"none, (78 bytes)", "redacted, '\"ErpConnectionId\" : \"number\"'", "whole, ***"})
  void tellsNoCredentialWhateverItKeepsOfBodies(String bodies, String kept) throws Exception {
    Path report = folder.resolve("report");
    String said;
    try (var proxy = proxy("--bodies", bodies, "--report", report.toString())) {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Authorization", "SoTicket neverTold-ticket");
      headers.put("SO-AppToken", "neverTold-app");
      headers.put("X-XSRF-TOKEN", "neverTold-xsrf");
      headers.put("Cookie", "ASP.NET_SessionId=neverTold-session");
      headers.put("X-Anything", "neverTold-else");
      headers.put("X-Repeat", "1");
      call(proxy, BREAK, LINK.replace("473", "\"neverTold-app\""), headers);
      said = proxy.stop();
    }
    for (String file : new String[] {"proxy.json", "proxy.xml", "proxy.html"}) {
      said += Files.readString(report.resolve(file));
    }
    assertThat(said)
        .doesNotContain("neverTold")
        .contains("BreakActorLink / 1 / proxy / json", "X-anything: ***", "request /CrmRecordId");
    JsonNode json = new ObjectMapper().readTree(report.resolve("proxy.json").toFile());
    assertThat(json.path("failed").asInt()).isEqualTo(1);
    assertThat(json.at("/exchanges/0/exchanges/0/sent").asText()).contains(kept);
  }

  @Test
  void finishesWhatRunsWhenItIsToldToStop() throws Exception {
    try (var proxy = proxy()) {
      var slow = CompletableFuture.supplyAsync(() -> slow(proxy));
      asked.await();
      var said = CompletableFuture.supplyAsync(() -> stopped(proxy));
      refusedSoon(proxy);
      answer.countDown();
      assertThat(slow.join().text()).isEqualTo("true");
      assertThat(said.join()).matches("\\d+ passed, 0 failed, 1 skipped\n");
      assertThat(proxy.exitStatus()).isZero();
    }
  }

  @Test
  void warnsWhenNobodyIsBehindItYet() throws Exception {
    target.stop(0);
    try (var proxy = proxy()) {
      assertThat(proxy.firstLine())
          .isEqualTo("erpsync-conformance: warning: nobody answers at " + url() + " yet");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--port=1, Missing required option: '--target=URL'",
    "--target=http://127.0.0.1:1, Missing required option: '--port=N'",
    "--target=ftp://x --port=1, --target must begin with http:// or https://",
    "--target=http://a:b@x --port=1, --target must not hold a user",
    "--target=http://127.0.0.1:1/?x=1 --port=1, --target must have neither a query nor a fragment",
    "--target=http://127.0.0.1:1 --port=65536, --port must be between 0 and 65535",
    "--target=http://127.0.0.1:1 --port=one, Invalid value for option '--port'",
    "--target=http://127.0.0.1:1 --port=0 --bodies=all, Invalid value for option '--bodies'",
    "--target=http://127.0.0.1:1 --port=0 --max-body=0, --max-body must be between 1 and 67108864",
    "--target=http://127.0.0.1:1 --port=0 --timeout=0, --timeout must be between 1 and 3600",
    "--target=http://127.0.0.1:1 --port=0 --host=203.0.113.1, 'cannot listen on 203.0.113.1, port 0: '",
    "--target=http://127.0.0.1:1 --port=0 --report=pom.xml, cannot write the report to pom.xml",
    "--target=http://127.0.0.1:1 --port=0 --record=pom.xml, cannot record into pom.xml",
    "--target=http://127.0.0.1:1 --port=0 --record-limit=0, --record-limit must be between 1 and 1000000"
  })
  void saysInOneLineWhatIsWrongWithItsUse(String options, String reason) {
    assertWrongUse(options, reason);
  }

  @Test
  void saysThatThePortIsTaken() {
    int port = target.getAddress().getPort();
    assertWrongUse(
        "--target=%s --port=%d".formatted(url(), port),
        "cannot listen on 127.0.0.1, port %d: Address already in use".formatted(port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--target",
        "--port",
        "--host",
        "--report",
        "--bodies",
        "--max-body",
        "--timeout",
        "--record",
        "--record-limit"
      })
  void takesEveryOptionFromTheEnvironmentToo(String option) {
    var command = new CommandLine(new ProxyCommand());
    String name = "ERPSYNC_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
    var found =
        new Environment(Map.of(name, "x"))
            .defaultValue(command.getCommandSpec().findOption(option));
    assertThat(found).isEqualTo("x");
    assertThat(command.getUsageMessage()).contains("(" + name);
  }

  private void assertWrongUse(String options, String reason) {
    int status =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(("proxy " + options).split(" ", -1));
    assertThat(status).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("erpsync-conformance: " + reason)
        .containsOnlyOnce(System.lineSeparator());
  }

  private KitProcess proxy(String... more) throws IOException {
    var arguments = new ArrayList<>(List.of("proxy", "--target", url().toString(), "--port", "0"));
    arguments.addAll(List.of(more));
    return KitProcess.start(arguments.toArray(String[]::new));
  }

  private URI url() {
    return URI.create("http://127.0.0.1:" + target.getAddress().getPort());
  }

  private static Response call(
      KitProcess proxy, String path, String body, Map<String, String> headers) throws IOException {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Content-Type", "application/json; charset=utf-8");
    all.put("Authorization", "Basic dGplMDpUamUw");
    all.putAll(headers);
    return new HttpSender(proxy.uri())
        .send(new Request("POST", path, "", all, Optional.of(Content.of(body))));
  }

  private static Response slow(KitProcess proxy) {
    try {
      return call(proxy, "/slow", LINK, Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As soon as the signal has come, new calls are told so. */
  private static void refusedSoon(KitProcess proxy) throws IOException {
    Response late = call(proxy, BREAK, LINK, Map.of());
    while (late.status() != 503) {
      late = call(proxy, BREAK, LINK, Map.of());
    }
    assertThat(late.header("Retry-After")).containsExactly("1");
    assertThat(late.text()).contains("This is about to stop.");
  }

  private static String stopped(KitProcess proxy) {
    try {
      return proxy.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await() {
    try {
      answer.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
