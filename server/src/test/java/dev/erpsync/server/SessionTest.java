package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.access.User;
import dev.erpsync.server.access.file.UsersEditor;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions, as the vendor's web client has them. */
@Tag("D16")
@SuppressWarnings("NullAway.Init")
class SessionTest {
  @TempDir static Path folder;
  private static GuardedServer server;
  private String session;
  private String xsrf;

  @BeforeAll
  static void start() throws Exception {
    server = GuardedServer.in(folder);
  }

  @BeforeEach
  void open() {
    List<HttpCookie> cookies = cookies(openFor(GuardedServer.BO));
    session = cookies.get(0).getValue();
    xsrf = cookies.get(1).getValue();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void isOpenedForTheCallerWithTwoCookies() {
    HttpResponse<String> answer = openFor(GuardedServer.BO);
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(
            cookie -> assertThat(cookie).contains("Path=/", "SameSite=Strict", "Max-Age=21600"))
        .satisfiesExactly(
            cookie -> assertThat(cookie).startsWith("ASP.NET_SessionId=").contains("HttpOnly"),
            cookie -> assertThat(cookie).startsWith("XSRF-TOKEN=").doesNotContain("HttpOnly"));
    SchemesTest.assertRefused(
        server.send("POST", "/_emulator/session", ""), "No credentials were sent.");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all three                         | 200 | ASP.NET_SessionId=SESSION; XSRF-TOKEN=XSRF | XSRF
          the other spelling of the cookie  | 200 | ASP.NET_SessionId=SESSION; XSRF_TOKEN=XSRF | XSRF
          either spelling is right          | 200 | ASP.NET_SessionId=SESSION; XSRF_TOKEN=x; XSRF-TOKEN=XSRF | XSRF
          no header                         | 401 | ASP.NET_SessionId=SESSION; XSRF-TOKEN=XSRF | ''
          another header                    | 401 | ASP.NET_SessionId=SESSION; XSRF-TOKEN=XSRF | XSRFx
          no XSRF cookie                    | 401 | ASP.NET_SessionId=SESSION | XSRF
          another XSRF cookie               | 401 | ASP.NET_SessionId=SESSION; XSRF-TOKEN=x | XSRF
          a token of the caller's own       | 401 | ASP.NET_SessionId=SESSION; XSRF-TOKEN=own | own
          no session                        | 401 | XSRF-TOKEN=XSRF | XSRF
          a session that is none            | 401 | ASP.NET_SessionId=x; XSRF-TOKEN=XSRF | XSRF
          a session without its signature   | 401 | ASP.NET_SessionId=UNSIGNED; XSRF-TOKEN=XSRF | XSRF
          a session of another user         | 401 | ASP.NET_SessionId=FORGED; XSRF-TOKEN=XSRF | XSRF
          """)
  void isGoodTogetherWithItsTokenOnly(String what, int status, String cookies, String header) {
    String[] claims = session.split("\\.", -1);
    String anna =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString("anna".getBytes(StandardCharsets.UTF_8));
    String sent =
        cookies
            .replace("=XSRF", "=" + xsrf)
            .replace("=SESSION", "=" + session)
            .replace("=UNSIGNED", "=" + session.substring(0, session.lastIndexOf('.') + 1))
            .replace("=FORGED", "=" + session.replace(claims[0] + ".", anna + "."));
    HttpResponse<String> answer =
        header.isEmpty()
            ? server.call("Cookie", sent)
            : server.call("Cookie", sent, "X-XSRF-TOKEN", header.replace("XSRF", xsrf));
    assertThat(answer.statusCode()).as(what).isEqualTo(status);
  }

  @Test
  void isNotHeardBesideAnAuthorization() {
    assertThat(call(session, xsrf, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
  }

  @Test
  void hasTheRightsOfItsUser() {
    assertThat(
            server
                .send(
                    "GET",
                    "/_emulator/state",
                    "",
                    "Cookie",
                    cookie(session, xsrf),
                    "X-XSRF-TOKEN",
                    xsrf)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void endsAfterSixHours() {
    server.clock().pass(Duration.ofHours(6).minusSeconds(2));
    assertThat(call(session, xsrf).statusCode()).isEqualTo(200);
    server.clock().pass(Duration.ofSeconds(2));
    SchemesTest.assertRefused(call(session, xsrf), "The credentials are not valid.");
  }

  @Test
  void endsWhenItsUserIsReplaced() throws Exception {
    try (var other = GuardedServer.in(Files.createDirectory(folder.resolve("replaced")))) {
      HttpResponse<String> opened =
          other.send("POST", "/_emulator/session", "", "Authorization", GuardedServer.BO);
      List<HttpCookie> own = cookies(opened);
      String token = own.get(1).getValue();
      String[] headers = {"Cookie", cookie(own.get(0).getValue(), token), "X-XSRF-TOKEN", token};
      assertThat(other.call(headers).statusCode()).isEqualTo(200);
      User bo = new User("bo", Optional.of(5), Set.of(1, 2), false);
      new UsersEditor(other.users()).addUser(bo, "bo!", true);
      other.clock().pass(Duration.ofSeconds(2));
      SchemesTest.assertRefused(other.call(headers), "The credentials are not valid.");
    }
  }

  @Test
  void isGoodOnEveryServerWithTheSameUsersFileAndOnNoOther() throws Exception {
    assertThat(call(session, xsrf).statusCode()).isEqualTo(200);
    try (var second = GuardedServer.with(server.users(), folder.resolve("second"), o -> {});
        var other = GuardedServer.in(Files.createDirectory(folder.resolve("other")))) {
      String[] headers = {"Cookie", cookie(session, xsrf), "X-XSRF-TOKEN", xsrf};
      assertThat(second.call(headers).statusCode()).isEqualTo(200);
      assertThat(other.call(headers).statusCode()).isEqualTo(401);
    }
  }

  private static HttpResponse<String> openFor(String authorization) {
    return server.send("POST", "/_emulator/session", "", "Authorization", authorization);
  }

  private static HttpResponse<String> call(String id, String token, String... more) {
    List<String> headers =
        new java.util.ArrayList<>(List.of("Cookie", cookie(id, token), "X-XSRF-TOKEN", token));
    headers.addAll(List.of(more));
    return server.call(headers.toArray(String[]::new));
  }

  private static String cookie(String id, String token) {
    return "ASP.NET_SessionId=" + id + "; XSRF-TOKEN=" + token;
  }

  private static List<HttpCookie> cookies(HttpResponse<String> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .map(cookie -> HttpCookie.parse(cookie).get(0))
        .toList();
  }
}
