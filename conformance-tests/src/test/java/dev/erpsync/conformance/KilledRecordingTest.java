package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.own.LyingHttp;
import dev.erpsync.conformance.own.Pretender;
import dev.erpsync.conformance.recording.RecordingReader;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A proxy that records is killed while a client calls it. */
class KilledRecordingTest {
  private static final int ENOUGH = 30;

  @TempDir Path folder;

  @Test
  void everyFileOfTheRecordingIsWhole() throws Exception {
    try (var target =
            new LyingHttp(
                (request, honest) -> Pretender.answer("true"),
                request -> Pretender.answer("true"));
        var proxy =
            KitProcess.start(
                "proxy",
                "--target",
                "" + target.baseUrl(),
                "--port",
                "0",
                "--record",
                "" + folder)) {
      var calling = CompletableFuture.runAsync(() -> call(new HttpSender(proxy.uri())));
      while (recorded() < ENOUGH && !calling.isDone()) {
        Thread.onSpinWait();
      }
      proxy.kill();
      assertThat(calling).failsWithin(Duration.ofSeconds(30));
    }
    assertThat(new RecordingReader(Contract.erpSync()).read(folder))
        .hasSizeGreaterThanOrEqualTo(ENOUGH)
        .allSatisfy(exchange -> assertThat(exchange.sample().status()).isEqualTo(200));
  }

  /** Until the proxy is gone. */
  private static void call(HttpSender proxy) {
    String body = "{\"ErpConnectionId\":1,\"CrmRecordId\":2,\"CrmActorType\":\"Contact\"}";
    var request =
        new Request(
            "POST",
            "/api/v1/Agents/ErpSync/BreakActorLink",
            "",
            Map.of("Content-Type", "application/json"),
            Optional.of(Content.of(body)));
    try {
      while (true) {
        proxy.send(request);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private long recorded() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).count();
    }
  }
}
