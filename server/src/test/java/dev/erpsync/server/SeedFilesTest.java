package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.store.jdbc.DatabaseSettings;
import dev.erpsync.server.store.jdbc.TestPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is seeded at start, on both stores. */
class SeedFilesTest {
  private static final String BASE =
      """
      {"Connectors":[{"ErpConnectorId":1}],
       "Connections":[{"ErpConnectionId":1,"ErpConnectorId":1,"DisplayName":"first"}]}""";
  private static final String MORE =
      """
      {"Connections":[{"ErpConnectionId":1,"ErpConnectorId":1,"DisplayName":"second","AllAccess":true}],
       "ActorLinks":[{"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact","ErpKey":"k","ErpActorType":"Customer"}]}""";

  /** More than a request may hold. */
  private static final String LONG =
      IntStream.rangeClosed(1, 1_300)
          .mapToObj(
              i ->
                  "{\"CrmActorType\":\"Contact\",\"CrmRecordId\":%d,\"CrmFieldKey\":\"f\",\"Value\":\"%s\"}"
                      .formatted(i, "x".repeat(1_000)))
          .collect(Collectors.joining(",", "{\"CrmFieldValues\":[", "]}"));

  @TempDir Path folder;

  @ParameterizedTest(name = "on PostgreSQL: {0}")
  @ValueSource(booleans = {false, true})
  void areAddedInTheirOrderAndTwiceIsOnce(boolean onPostgres) throws Exception {
    Options options = options(onPostgres, "data");
    options.seedSamples = true;
    options.seeds = List.of(write("base.json", BASE), write("more.json", MORE));
    String once = stateAfterStart(options);
    assertThat(once).contains("\"second\"", "\"ErpKey\":\"k\"", "\"ErpConnectionId\":510");
    // The GUIDs, too, that were drawn at the first start.
    assertThat(stateAfterStart(options)).isEqualTo(once);
  }

  @ParameterizedTest(name = "on PostgreSQL: {0}")
  @ValueSource(booleans = {false, true})
  void canBeAStateThatAnotherServerAnswered(boolean onPostgres) throws Exception {
    Options first = options(onPostgres, "data");
    first.seedSamples = true;
    first.seeds = List.of(write("base.json", BASE), write("more.json", MORE), write("long", LONG));
    String state = stateAfterStart(first);
    assertThat(state).hasSizeGreaterThan(LONG.length());
    for (boolean otherOnPostgres : new boolean[] {false, true}) {
      Options second = options(otherOnPostgres, "data-" + otherOnPostgres);
      second.seeds = List.of(write("state.json", state));
      assertThat(stateAfterStart(second)).isEqualTo(state);
    }
  }

  private Options options(boolean onPostgres, String data) {
    Options options = RunningServer.options(folder.resolve(data));
    Optional<DatabaseSettings> database =
        onPostgres ? Optional.of(TestPostgres.shared().database()) : Optional.empty();
    database.ifPresent(settings -> RunningServer.use(options, settings));
    return options;
  }

  private Path write(String name, String state) throws Exception {
    return Files.writeString(folder.resolve(name), state);
  }

  private static String stateAfterStart(Options options) throws Exception {
    try (var server = ErpSyncServer.start(options)) {
      URI state = server.uri().resolve("/_emulator/state");
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(state)
                  .header("Authorization", RunningServer.AUTHORIZATION)
                  .build(),
              BodyHandlers.ofString())
          .body();
    }
  }
}
