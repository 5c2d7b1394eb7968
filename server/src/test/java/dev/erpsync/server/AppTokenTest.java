package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Apps: which may use the agent, and when their token is asked for. */
@Tag("D16")
@SuppressWarnings("NullAway.Init")
class AppTokenTest {
  @TempDir static Path folder;
  private static GuardedServer server;
  private static Map<String, String> users;
  private static Map<String, String> apps;

  @BeforeAll
  static void start() throws Exception {
    server = GuardedServer.in(folder);
    assertThat(server.call("Authorization", GuardedServer.BO, "SO-AppToken", "any").statusCode())
        .as("without apps no token is looked at")
        .isEqualTo(200);
    users =
        Map.of(
            "Basic",
            GuardedServer.BO,
            "SoTicket",
            "SoTicket " + server.ticketOf("bo"),
            "Bearer",
            "Bearer " + server.tokenOf("bo"),
            "wrong",
            GuardedServer.basic("bo", "wrong"));
    apps =
        Map.of(
            "shop", server.tokenOfApp("shop", true),
            "spy", server.tokenOfApp("spy", false),
            "unknown", "nobody's");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource({
    "Basic, shop, 200, ''",
    "Basic, none, 401, No SO-AppToken was sent.",
    "Basic, unknown, 401, The SO-AppToken is not valid.",
    "Basic, spy, 403, The app may not use this agent.",
    "SoTicket, shop, 200, ''",
    "SoTicket, none, 401, No SO-AppToken was sent.",
    "SoTicket, unknown, 401, The SO-AppToken is not valid.",
    "SoTicket, spy, 403, The app may not use this agent.",
    "Bearer, shop, 200, ''",
    "Bearer, none, 200, ''",
    "Bearer, unknown, 401, The SO-AppToken is not valid.",
    "Bearer, spy, 403, The app may not use this agent.",
    "wrong, shop, 401, The credentials are not valid.",
  })
  void theTokenIsAskedForAndJudged(String scheme, String app, int status, String message) {
    HttpResponse<String> answer = server.call(headers(scheme, app));
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 401) {
      SchemesTest.assertRefused(answer, message);
    } else if (status == 403) {
      assertThat(answer.body())
          .isEqualTo(
              """
              {"Error":true,"ErrorType":"SoSentryException","Message":"%1$s","ErrorMessage":"%1$s","ErrorSource":"erpsync"}"""
                  .formatted(message));
    }
  }

  @Test
  void aSessionNeedsNoAppToken() {
    var opened = server.send("POST", "/_emulator/session", "", "Authorization", GuardedServer.BO);
    var cookies =
        opened.headers().allValues("Set-Cookie").stream().map(c -> c.split(";", -1)[0]).toList();
    String xsrf = cookies.get(1).substring("XSRF-TOKEN=".length());
    String both = String.join("; ", cookies);
    assertThat(server.call("Cookie", both, "X-XSRF-TOKEN", xsrf).statusCode()).isEqualTo(200);
    assertThat(server.call("Cookie", both, "X-XSRF-TOKEN", xsrf, "SO-AppToken", "x").statusCode())
        .isEqualTo(401);
  }

  @Test
  void theEmulatorControlAsksForNone() {
    assertThat(
            server
                .send("GET", "/_emulator/state", "", "Authorization", GuardedServer.ANNA)
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatDescribesTheServerAsksForNone() {
    assertThat(server.send("GET", "/api", "").statusCode()).isEqualTo(200);
    assertThat(server.send("GET", "/api/v1/Agents/ErpSync/BreakActorLink", "").statusCode())
        .isEqualTo(200);
  }

  private static String[] headers(String scheme, String app) {
    List<String> headers =
        new ArrayList<>(List.of("Authorization", users.getOrDefault(scheme, "")));
    if (!app.equals("none")) {
      headers.addAll(List.of("SO-AppToken", apps.getOrDefault(app, "")));
    }
    return headers.toArray(String[]::new);
  }
}
