package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.access.App;
import dev.erpsync.server.access.file.UsersEditor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server that logs everything it can does not log. */
@Tag("D16")
class LogSecretsTest {
  @TempDir Path folder;

  @Test
  void noLogHoldsASecretHoweverMuchIsLogged() throws Exception {
    Path users = folder.resolve("users.json");
    GuardedServer.writeUsers(users);
    String ticket = new UsersEditor(users).addTicket("bo");
    String token = new UsersEditor(users).addToken("bo");
    String app = new UsersEditor(users).addApp(new App("shop", true), false);
    Path logging =
        Files.writeString(
            folder.resolve("logging.properties"),
            """
            handlers=java.util.logging.ConsoleHandler
            .level=ALL
            java.util.logging.ConsoleHandler.level=ALL
            """);
    Process server =
        CommandLineTest.start(
            Map.of("JAVA_TOOL_OPTIONS", "-Djava.util.logging.config.file=" + logging),
            "--port=0",
            "--users=" + users,
            "--data=" + folder.resolve("data"));
    // Read while it runs: a full pipe would stop it.
    CompletableFuture<String> log = CompletableFuture.supplyAsync(() -> read(server));
    String uri =
        String.valueOf(server.inputReader().readLine()).replace("erpsync listening on ", "");

    assertThat(call(uri, app, "Authorization", GuardedServer.BO).statusCode()).isEqualTo(200);
    assertThat(call(uri, app, "Authorization", "SoTicket " + ticket).statusCode()).isEqualTo(200);
    assertThat(call(uri, app, "Authorization", "Bearer " + token).statusCode()).isEqualTo(200);
    HttpResponse<String> opened =
        send(uri + "/_emulator/session", "", "Authorization", GuardedServer.BO);
    List<String> cookies =
        opened.headers().allValues("Set-Cookie").stream().map(c -> c.split(";", -1)[0]).toList();
    String xsrf = cookies.get(1).substring("XSRF-TOKEN=".length());
    assertThat(
            call(uri, app, "Cookie", String.join("; ", cookies), "X-XSRF-TOKEN", xsrf).statusCode())
        .isEqualTo(200);
    String wrong = GuardedServer.basic("bo", "mistyped-password");
    assertThat(call(uri, app, "Authorization", wrong).statusCode()).isEqualTo(401);
    assertThat(call(uri, app, "Authorization", "Bearer mistyped-token").statusCode())
        .isEqualTo(401);
    assertThat(call(uri, "mistyped-app", "Authorization", GuardedServer.BO).statusCode())
        .isEqualTo(401);

    CommandLineTest.terminate(server);
    assertThat(log.join())
        .contains("FINE")
        .doesNotContain(ticket, token, app, xsrf, "mistyped", "bo!", "$argon2id$")
        .doesNotContain(wrong.substring(6), GuardedServer.BO.substring(6))
        .doesNotContain(cookies.get(0).substring("ASP.NET_SessionId=".length()));
  }

  private static HttpResponse<String> call(String uri, String app, String... headers)
      throws Exception {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "SO-AppToken";
    all[headers.length + 1] = app;
    return send(
        uri + "/api/v1/Agents/ErpSync/BreakActorLink",
        "{\"ErpConnectionId\":99,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}",
        all);
  }

  private static HttpResponse<String> send(String uri, String json, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(uri))
            .headers(headers)
            .POST(BodyPublishers.ofString(json));
    if (!json.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static String read(Process server) {
    try {
      return CommandLineTest.err(server);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
