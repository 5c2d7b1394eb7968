package dev.erpsync.server;

import dev.erpsync.server.access.App;
import dev.erpsync.server.access.User;
import dev.erpsync.server.access.file.UsersEditor;
import dev.erpsync.server.access.file.UsersFileException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A server with a users file: anna is an administrator; bo is associate 5 in groups 1 and 2; cy is
 * nobody in particular. The password of each is their name and an exclamation mark.
 */
final class GuardedServer implements AutoCloseable {
  static final String ANNA = basic("anna", "anna!");
  static final String BO = basic("bo", "bo!");
  static final String CY = basic("cy", "cy!");

  private static final String AGENT = "/api/v1/Agents/ErpSync/";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ErpSyncServer server;
  private final Path users;
  private final SettableClock clock = new SettableClock();

  private GuardedServer(Path folder, Path users, Consumer<Options> settings) throws StartException {
    this.users = users;
    Options options = RunningServer.options(folder);
    options.access.users = Optional.of(users);
    settings.accept(options);
    this.server = ErpSyncServer.start(options, clock);
  }

  /** Starts one with a users file of its own, in this folder. */
  static GuardedServer in(Path folder) throws Exception {
    Path users = folder.resolve("users.json");
    writeUsers(users);
    return new GuardedServer(folder.resolve("data"), users, options -> {});
  }

  /** Starts one with a users file that is there, and its data in this folder. */
  static GuardedServer with(Path users, Path folder, Consumer<Options> settings)
      throws StartException {
    return new GuardedServer(folder.resolve("data"), users, settings);
  }

  static void writeUsers(Path file) throws UsersFileException {
    var editor = new UsersEditor(file);
    editor.addUser(new User("anna", Optional.empty(), Set.of(), true), "anna!", false);
    editor.addUser(new User("bo", Optional.of(5), Set.of(1, 2), false), "bo!", false);
    editor.addUser(new User("cy", Optional.empty(), Set.of(), false), "cy!", false);
  }

  static String basic(String user, String password) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  String ticketOf(String user) throws UsersFileException {
    String ticket = new UsersEditor(users).addTicket(user);
    clock.pass(java.time.Duration.ofSeconds(2));
    return ticket;
  }

  String tokenOf(String user) throws UsersFileException {
    String token = new UsersEditor(users).addToken(user);
    clock.pass(java.time.Duration.ofSeconds(2));
    return token;
  }

  String tokenOfApp(String name, boolean erpSync) throws UsersFileException {
    String token = new UsersEditor(users).addApp(new App(name, erpSync), true);
    clock.pass(java.time.Duration.ofSeconds(2));
    return token;
  }

  Path users() {
    return users;
  }

  SettableClock clock() {
    return clock;
  }

  URI uri() {
    return server.uri();
  }

  /** Breaks a link that is not there, on a connection that does not exist: anybody may. */
  HttpResponse<String> call(String... headers) {
    return agent(
        "BreakActorLink",
        "{\"ErpConnectionId\":99,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}",
        headers);
  }

  HttpResponse<String> agent(String operation, String json, String... headers) {
    return send("POST", AGENT + operation, json, headers);
  }

  HttpResponse<String> send(String method, String path, String json, String... headers) {
    var request = HttpRequest.newBuilder(server.uri().resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (json.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(json));
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
