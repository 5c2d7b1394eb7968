package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Under which names the server may be called, and from pages of which sites, on every path. */
@Tag("D57")
class ServedHostsTest {
  private static final String LOGIN = "Authorization: " + RunningServer.AUTHORIZATION;

  @TempDir static Path data;

  // Set before any test runs.
  @SuppressWarnings("NullAway.Init")
  private static ErpSyncServer server;

  @BeforeAll
  static void start() throws StartException {
    Options options = RunningServer.options(data);
    options.access.allowedHosts = List.of("erpsync.test");
    server = ErpSyncServer.start(options);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 200",
    "localhost:1, 200",
    "LocalHost., 200",
    "app.localhost, 200",
    "127.0.0.1, 200",
    "127.0.0.1:8080, 200",
    "[::1], 200",
    "192.0.2.1, 200",
    "erpsync.test, 200",
    "ERPSYNC.TEST:80, 200",
    "evil.example, 421",
    "evil.example:8080, 421",
    "localhost.evil.example, 421",
    "evillocalhost, 421",
    "127.0.0.1.evil.example, 421",
    "sub.erpsync.test, 421"
  })
  void hostIsServedOrMisdirected(String host, int status) throws Exception {
    assertThat(status("GET /api", "Host: " + host)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin: http://localhost:3000, 200",
    "Origin: http://127.0.0.1, 200",
    "Origin: http://[::1]:5173, 200",
    "Origin: https://erpsync.test, 200",
    "Origin: http://evil.example, 403",
    "Origin: http://192.0.2.1, 403",
    "Origin: null, 403",
    "Origin: ?, 403",
    "Sec-Fetch-Site: cross-site, 403",
    "Sec-Fetch-Site: same-site, 200",
    "Sec-Fetch-Site: same-origin, 200",
    "Sec-Fetch-Site: none, 200"
  })
  void pageOfAnotherSiteIsForbidden(String header, int status) throws Exception {
    assertThat(status("GET /api", "Host: localhost\r\n" + header)).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api",
        "GET /api/v1",
        "OPTIONS /api",
        "GET /_emulator/state",
        "POST /_emulator/reset",
        "POST /api/v1/Agents/ErpSync/BreakActorLink",
        "GET /nothing"
      })
  void everyPathIsProtected(String request) throws Exception {
    assertThat(status(request, "Host: evil.example\r\n" + LOGIN)).isEqualTo(421);
    assertThat(status(request, "Host: localhost\r\nOrigin: http://evil.example\r\n" + LOGIN))
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /api HTTP/1.0", "GET http://localhost/api HTTP/1.0"})
  void requestWithoutHostIsServed(String line) throws Exception {
    assertThat(new RawClient(server.uri()).send(line + "\r\n\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void foreignHostIsNotEchoed() throws Exception {
    assertThat(response("GET /api", "Host: evil.example")).doesNotContain("evil.example");
  }

  private static int status(String request, String headers) throws Exception {
    return Integer.parseInt(response(request, headers).substring(9, 12));
  }

  private static String response(String request, String headers) throws Exception {
    return new RawClient(server.uri())
        .send("%s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n".formatted(request, headers));
  }
}
