package dev.erpsync.server;

import dev.erpsync.server.http.request.Validation;
import dev.erpsync.server.store.jdbc.DatabaseSettings;
import dev.erpsync.server.store.jdbc.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A whole server on a free port of loopback, with an empty store before each test. */
final class RunningServer implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  static final String AUTHORIZATION = "Basic dGplMDpUamUw";
  private static final String AGENT = "/api/v1/Agents/ErpSync/";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Validation validation;
  private final Supplier<Optional<DatabaseSettings>> database;

  RunningServer() {
    this(Validation.CONTRACT);
  }

  RunningServer(Validation validation) {
    this(validation, Optional::empty);
  }

  private RunningServer(Validation validation, Supplier<Optional<DatabaseSettings>> database) {
    this.validation = validation;
    this.database = database;
  }

  /** One on a new database of the tests' PostgreSQL. */
  static RunningServer onPostgres() {
    return new RunningServer(
        Validation.CONTRACT, () -> Optional.of(TestPostgres.shared().database()));
  }

  // Set before any test runs.
  @SuppressWarnings("NullAway.Init")
  private ErpSyncServer server;

  @SuppressWarnings("NullAway.Init")
  private Path data;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    data = Files.createTempDirectory("erpsync");
    Options options = options(data);
    options.validation = validation;
    database.get().ifPresent(settings -> use(options, settings));
    server = ErpSyncServer.start(options);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    send(request("/_emulator/reset").POST(BodyPublishers.noBody()));
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    server.close();
    try (var files = Files.walk(data)) {
      files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(java.io.File::delete);
    }
  }

  static Options options(Path data) {
    var options = new Options();
    options.host = "127.0.0.1";
    options.port = 0;
    options.data = data;
    options.seeds = List.of();
    options.validation = Validation.CONTRACT;
    return options;
  }

  /** Has a server store in a database. */
  static void use(Options options, DatabaseSettings settings) {
    options.store.database = Optional.of(settings.url());
    options.store.user = settings.user();
    options.store.password = settings.password();
    options.store.connections = settings.connections();
  }

  Validation validation() {
    return validation;
  }

  Path data() {
    return data;
  }

  URI uri() {
    return server.uri();
  }

  /** Calls an operation of the agent with a JSON body. */
  HttpResponse<String> call(String operation, String json) {
    return post(AGENT + operation, json);
  }

  /** Puts a state in place. */
  void seed(String json) {
    HttpResponse<String> answer = post("/_emulator/seed", json);
    if (answer.statusCode() != 204) {
      throw new IllegalStateException(answer.body());
    }
  }

  /** Everything that is stored. */
  String state() {
    return send(request("/_emulator/state").GET()).body();
  }

  HttpResponse<String> post(String path, String json) {
    return send(
        request(path)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofString(json)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(server.uri().resolve(path))
        .header("Authorization", AUTHORIZATION);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
