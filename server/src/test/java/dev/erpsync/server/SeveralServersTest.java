package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.server.store.jdbc.DatabaseSettings;
import dev.erpsync.server.store.jdbc.TestPostgres;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three servers on one database and with one users file, called as if they were one. */
@Tag("D38")
@SuppressWarnings("NullAway.Init")
class SeveralServersTest {
  private static final int SERVERS = 3;
  private static final int CALLERS = 12;
  private static final String STATE =
      """
      {"Connectors":[{"ErpConnectorId":1}],
       "Connections":[{"ErpConnectionId":1,"ErpConnectorId":1,"ConnectionId":"g","AllAccess":true}]}""";
  private static final String LINK =
      "{\"ErpConnectionId\":1,\"CrmRecordId\":%d,\"CrmActorType\":\"Contact\",\"ErpKey\":\"%s\",\"ErpActorType\":\"Customer\"%s}";

  @TempDir static Path folder;
  private static List<GuardedServer> servers;

  /** They start at once, on a database without a table. */
  @BeforeAll
  static void start() throws Exception {
    DatabaseSettings database = TestPostgres.shared().database();
    Path users = folder.resolve("users.json");
    GuardedServer.writeUsers(users);
    servers =
        Racers.race(
            SERVERS,
            i ->
                GuardedServer.with(
                    users,
                    folder.resolve("" + i),
                    options -> {
                      RunningServer.use(options, database);
                      options.seedSamples = true;
                    }));
  }

  @AfterAll
  static void stop() {
    servers.forEach(GuardedServer::close);
  }

  @BeforeEach
  void seed() {
    assertThat(asAnna(0, "POST", "/_emulator/reset", "").statusCode()).isEqualTo(204);
    assertThat(asAnna(1, "POST", "/_emulator/seed", STATE).statusCode()).isEqualTo(204);
  }

  @Test
  @Tag("D30")
  void oneOfManyCallersAtAllOfThemGetsTheActor() throws Exception {
    for (int round = 0; round < 20; round++) {
      String key = "k" + round;
      int first = 1 + round * CALLERS;
      List<String> answers =
          Racers.race(
              CALLERS, i -> call(i, "CreateActorLink", LINK.formatted(first + i, key, "")).body());
      assertThat(answers).containsOnlyOnce("true").contains("false");
      int winner = first + answers.indexOf("true");
      assertThat(stored(round, "ActorLinks"))
          .filteredOn(link -> link.path("ErpKey").textValue().equals(key))
          .extracting(link -> link.path("CrmRecordId").intValue())
          .containsExactly(winner);
    }
  }

  @Test
  @Tag("D34")
  void onlyTheWinnersValuesAreWritten() throws Exception {
    for (int round = 1; round <= 10; round++) {
      int record = round;
      List<Integer> statuses =
          Racers.race(
              CALLERS,
              i ->
                  call(
                          i,
                          "ConnectActor",
                          LINK.formatted(
                              record,
                              record + "-" + i,
                              ",\"FieldValues\":[{\"CrmFieldKey\":\"by\",\"Value\":\"%d\",\"SyncToCrm\":true}]"
                                  .formatted(i)))
                      .statusCode());
      assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 409);
      assertThat(stored(round, "CrmFieldValues"))
          .hasSize(round)
          .filteredOn(value -> value.path("CrmRecordId").intValue() == record)
          .extracting(value -> value.path("Value").textValue())
          .containsExactly("" + statuses.indexOf(204));
    }
  }

  @Test
  @Tag("D35")
  void newConnectionsGetIdsAndGuidsOfTheirOwn() throws Exception {
    List<JsonNode> saved =
        Racers.race(
            CALLERS,
            i ->
                json(
                    call(
                            i,
                            "SaveConnection",
                            "{\"Connection\":{\"ErpConnectionId\":0,\"ErpConnectorId\":1,\"DisplayName\":\"%d\"}}"
                                .formatted(i))
                        .body()));
    assertThat(saved)
        .extracting(connection -> connection.path("ErpConnectionId").intValue())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(2, CALLERS + 1).boxed().toList());
    assertThat(saved)
        .extracting(connection -> connection.path("ConnectionId").textValue())
        .doesNotHaveDuplicates()
        .doesNotContainNull();
    for (int i = 0; i < CALLERS; i++) {
      assertThat(saved.get(i).path("DisplayName").textValue()).isEqualTo("" + i);
    }
  }

  @Test
  @Tag("D36")
  void whatOneHasAnsweredTheOthersKnow() {
    for (int round = 0; round < SERVERS; round++) {
      String link = LINK.formatted(1, "k", "");
      assertThat(call(round, "CreateActorLink", link).body()).isEqualTo("true");
      save(round, "\"Deleted\":true");
      assertThat(call(round + 1, "BreakActorLink", link).body()).isEqualTo("false");
      save(round + 1, "\"Deleted\":false");
      assertThat(call(round + 2, "BreakActorLink", link).body()).isEqualTo("true");
    }
  }

  @Test
  @Tag("D16")
  void aSessionOfOneIsGoodAtTheOthersAndTheirJournalsAreTheirOwn() throws Exception {
    List<HttpCookie> cookies =
        servers
            .get(0)
            .send("POST", "/_emulator/session", "", "Authorization", GuardedServer.BO)
            .headers()
            .allValues("Set-Cookie")
            .stream()
            .flatMap(header -> HttpCookie.parse(header).stream())
            .toList();
    String xsrf = cookies.get(1).getValue();
    String cookie = "%s; XSRF-TOKEN=%s".formatted(cookies.get(0), xsrf).replace("\"", "");
    for (GuardedServer server : servers) {
      assertThat(server.call("Cookie", cookie, "X-XSRF-TOKEN", xsrf).statusCode()).isEqualTo(200);
    }
    call(2, "BreakActorLink", LINK.formatted(1, "k", ""));
    int before = json(asAnna(2, "GET", "/_emulator/journal", "").body()).path("Exchanges").size();
    call(1, "BreakActorLink", LINK.formatted(1, "k", ""));
    assertThat(json(asAnna(2, "GET", "/_emulator/journal", "").body()).path("Exchanges"))
        .hasSize(before);
  }

  @Test
  void aSeededStateIsSeenWholeOrNotAtAllWhileOthersWork() throws Exception {
    String link = LINK.replace("\"%s\"", "\"%s-%s\"");
    var done = new AtomicBoolean();
    Racers.race(
        CALLERS,
        racer -> {
          if (racer == 0) {
            for (int round = 0; round < 30; round++) {
              String two =
                  "{\"ActorLinks\":[%s,%s]}"
                      .formatted(
                          link.formatted(1, "a", round % 2, ""),
                          link.formatted(2, "b", round % 2, ""));
              assertThat(asAnna(0, "POST", "/_emulator/seed", two).statusCode()).isEqualTo(204);
            }
            done.set(true);
            return true;
          }
          for (int i = 0; !done.get(); i++) {
            if (racer % 2 == 0) {
              int record = 10 + racer;
              String own = LINK.formatted(record, "own" + racer, "");
              assertThat(call(racer, i % 2 == 0 ? "CreateActorLink" : "BreakActorLink", own).body())
                  .isEqualTo("true");
            } else {
              List<String> ends = new ArrayList<>();
              for (JsonNode stored : stored(racer, "ActorLinks")) {
                if (stored.path("CrmRecordId").intValue() <= 2) {
                  ends.add(stored.path("ErpKey").textValue().substring(2));
                }
              }
              assertThat(ends).isIn(List.of(), List.of("0", "0"), List.of("1", "1"));
            }
          }
          return true;
        });
  }

  private static void save(int server, String properties) {
    String body =
        "{\"Connection\":{\"ErpConnectionId\":1,\"ErpConnectorId\":1,%s}}".formatted(properties);
    assertThat(call(server, "SaveConnection", body).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> call(int server, String operation, String json) {
    return servers
        .get(server % SERVERS)
        .agent(operation, json, "Authorization", GuardedServer.ANNA);
  }

  private static HttpResponse<String> asAnna(int server, String method, String path, String json) {
    return servers
        .get(server % SERVERS)
        .send(method, path, json, "Authorization", GuardedServer.ANNA);
  }

  private static JsonNode stored(int server, String list) throws Exception {
    return json(asAnna(server, "GET", "/_emulator/state", "").body()).path(list);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}
