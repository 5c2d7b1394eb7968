package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A client stops waiting for a server that does not respond. Only languages whose generated client
 * or HTTP library has no limit for a whole call of its own: there our code sets it.
 */
final class TimeoutProof {
  private static final Set<String> LANGUAGES = Set.of("kotlin", "python", "typescript");
  private static final Sample READ = ErrorsProof.sample("GetConnection-000");
  private static final String HALF_A_RESPONSE =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\nnu";

  private final String language;
  private final Cells cells;
  private final Driver driver;

  TimeoutProof(String language, Cells cells, Driver driver) {
    this.language = language;
    this.cells = cells;
    this.driver = driver;
  }

  Stream<DynamicTest> all() {
    return LANGUAGES.contains(language)
        ? Stream.of(
            test("stops waiting for a response that does not begin", ""),
            test("stops waiting for a response that does not end", HALF_A_RESPONSE))
        : Stream.empty();
  }

  private DynamicTest test(String name, String sent) {
    return cells.test(Column.WIRE, "timeout", name, () -> stopsWaiting(sent));
  }

  private void stopsWaiting(String sent) throws Exception {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var accepted = CompletableFuture.supplyAsync(() -> accept(server, sent));
      URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort());
      JsonNode line = Asked.of(uri, READ).line().put("timeoutMs", 300);
      Told told = new Told(line, driver.call(line));
      // Open until here, so only the client can have ended the call.
      try (Socket connection = accepted.get(10, TimeUnit.SECONDS)) {
        assertThat(connection.isClosed()).isFalse();
      }
      assertThat(told.line().path("failure").asText())
          .as(told.toString())
          .containsPattern("^(ReadTimeoutError|TimeoutError|.*NoAnswerException.*Timeout)");
    }
  }

  private static Socket accept(ServerSocket server, String sent) {
    try {
      Socket connection = server.accept();
      connection.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
