package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target stores is there after a run, however the run ends. */
class StateSafetyTest {
  private static final String STATE =
      "{\"Connectors\":[{\"ErpConnectorId\":7,\"DisplayName\":\"mine\"}]}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final AtomicInteger resets = new AtomicInteger();
  private final AtomicInteger seeds = new AtomicInteger();
  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private volatile String state = STATE;
  private volatile int stateStatus = 200;
  private volatile int lastGoodSeed = Integer.MAX_VALUE;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  @AfterEach
  void stop() {
    answer.countDown();
    server.stop(0);
  }

  @Test
  void putsTheStateBack() throws IOException {
    answer.countDown();
    assertThat(replay()).isEqualTo(1);
    assertThat(resets).hasPositiveValue();
    assertThat(JSON.readTree(state)).isEqualTo(JSON.readTree(STATE));
  }

  @Test
  void resetsNothingThatCannotBeSeededAgain() {
    lastGoodSeed = 0;
    assertThat(replay()).isEqualTo(2);
    assertThat(resets).hasValue(0);
    assertThat(err.toString())
        .startsWith(
            "erpsync-conformance: the emulator control cannot be used: it does not take the state: 409");
    assertThat(out.toString()).isEqualTo("0 passed, 0 failed, 0 skipped\n");
  }

  @Test
  void keepsAStateThatItCannotPutBack() throws IOException {
    answer.countDown();
    lastGoodSeed = 1;
    assertThat(replay()).isEqualTo(2);
    assertThat(out.toString())
        .contains("emulator control: expected the state of the sample, found it does not take")
        .endsWith("0 passed, %d failed, 0 skipped\n".formatted(Sample.all().size()));
    String line = err.toString().strip();
    Path kept = Path.of(line.substring(line.lastIndexOf("is kept in ") + 11));
    assertThat(kept.getFileName().toString()).matches("erpsync-state-[0-9-]+\\.json");
    JsonNode found = JSON.readTree(kept.toFile());
    Files.delete(kept);
    assertThat(found).isEqualTo(JSON.readTree(STATE));
  }

  @ParameterizedTest
  @CsvSource({
    "401, 2, '', the emulator control answers 401: these credentials are refused",
    "403, 1, 'The emulator control answers 403, and SaveErpSyncConnectorEntity answers no ErpConnectorId: answers are compared by structure only.', ''",
    "404, 1, 'The server has no emulator control, and SaveErpSyncConnectorEntity answers no ErpConnectorId: answers are compared by structure only.', ''"
  })
  void saysWhatTheControlAnswers(int status, int exit, String said, String complaint) {
    answer.countDown();
    stateStatus = status;
    assertThat(replay()).isEqualTo(exit);
    assertThat(out.toString()).contains(said);
    assertThat(err.toString()).contains(complaint);
    assertThat(resets).hasValue(0);
  }

  @Test
  void putsTheStateBackWhenItIsToldToStop() throws Exception {
    Process kit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "replay",
                "--base-url",
                url())
            .redirectErrorStream(true)
            .start();
    assertThat(called.await(60, TimeUnit.SECONDS)).isTrue();
    // By its handle: the process object would close the stream that is still to be read.
    assertThat(kit.toHandle().destroy()).isTrue();
    answer.countDown();
    String said = new String(kit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(kit.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(JSON.readTree(state)).isEqualTo(JSON.readTree(STATE));
    assertThat(said).containsPattern("\\d passed, \\d failed, \\d skipped");
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (exchange.getRequestURI().getPath()) {
      case "/_emulator/state" -> send(exchange, stateStatus, state);
      case "/_emulator/reset" -> {
        resets.incrementAndGet();
        state = "{}";
        send(exchange, 204, "");
      }
      case "/_emulator/seed" -> {
        boolean good = seeds.incrementAndGet() <= lastGoodSeed;
        if (good) {
          state = new String(body, StandardCharsets.UTF_8);
        }
        send(exchange, good ? 204 : 409, good ? "" : "no");
      }
      default -> {
        called.countDown();
        try {
          answer.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        send(exchange, 200, "true");
      }
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  private int replay() {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("replay", "--base-url", url());
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
