package dev.erpsync.conformance;

import static dev.erpsync.conformance.own.Pretender.calls;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.own.HonestJar;
import dev.erpsync.conformance.own.LyingHttp;
import dev.erpsync.conformance.own.Pretender;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server without control that returns existing ids for something new loses nothing by that. */
class ExistingIdsTest {
  @RegisterExtension static final HonestJar SERVER = new HonestJar();

  private static final String MINE =
      """
      {"Connectors": [{"ErpConnectorId": 7, "DisplayName": "mine", "Deleted": false},
                      {"ErpConnectorId": 8, "DisplayName": "unused", "Deleted": false}],
       "Connections": [{"ErpConnectionId": 9, "ErpConnectorId": 7, "DisplayName": "mine", "AllAccess": true}]}
      """;
  private static final String CONNECTOR =
      "SaveErpSyncConnectorEntity returned connector 8 for a new one, which the server had before;"
          + " it is not removed";
  private static final String CONNECTION =
      "SaveConnection returned connection 9 for a new one, which the server had before; it is not removed";

  private final StringWriter out = new StringWriter();
  private final Queue<String> removals = new ConcurrentLinkedQueue<>();

  @TempDir Path folder;

  @BeforeEach
  void seed() throws IOException {
    SERVER.control().replace(new ObjectMapper().readTree(MINE));
  }

  /** The first insert is that of the trial, later ones are those of samples. */
  @ParameterizedTest(name = "{0}, insert {1}")
  @CsvSource({
    "SaveErpSyncConnectorEntity, ErpConnectorId, 8, 1",
    "SaveErpSyncConnectorEntity, ErpConnectorId, 8, 2",
    "SaveConnection, ErpConnectionId, 9, 1",
    "SaveConnection, ErpConnectionId, 9, 2",
    "SaveConnection, ErpConnectionId, 9, 5"
  })
  void whatTheServerHadIsNotRemovedAndTheExchangeFails(
      String operation, String id, int existing, int insert) throws IOException {
    JsonNode before = row(id, existing);
    assertThat(replay(returning(operation, id, existing, insert))).isEqualTo(1);
    assertThat(row(id, existing)).isEqualTo(before);
    assertThat(removals).noneMatch(each -> each.endsWith(id + "\":" + existing + "}"));
    String fault = operation.equals("SaveConnection") ? CONNECTION : CONNECTOR;
    assertThat(out.toString())
        .containsPattern("FAIL  .*\n      ids: expected a new id, found \\Q" + fault);
  }

  @Test
  void nothingMoreIsMadeAfterThat() throws IOException {
    var inserts = new AtomicInteger();
    Pretender lying = returning("SaveConnection", "ErpConnectionId", 9, 1);
    replay(
        (request, honest) -> {
          if (isInsert(request, "SaveConnection", "ErpConnectionId")) {
            inserts.incrementAndGet();
          }
          return lying.send(request, honest);
        });
    assertThat(inserts).hasValue(1);
    assertThat(out.toString())
        .startsWith("The server has no emulator control, and " + CONNECTION + ".");
  }

  @Test
  void aScenarioThatGetsAnExistingIdFailsAndDoesNotRemoveIt() throws IOException {
    JsonNode before = row("ErpConnectionId", 9);
    Path scenario =
        Files.writeString(
            folder.resolve("mine.yaml"),
            """
            A connection is made and removed:
              because: It is what many scenarios do.
              first:
                - call: SaveConnection
                  body: { Connection: { ErpConnectionId: 0, ErpConnectorId: "${connector}", DisplayName: new, AllAccess: true } }
                  remember: { connection: /ErpConnectionId }
              steps:
                - { call: GetConnection, body: { ErpConnectionId: "${connection}" }, expect: { status: 200 } }
              last:
                - call: SaveConnection
                  body: { Connection: { ErpConnectionId: "${connection}", Deleted: true } }
                  expect: { values: { /Deleted: true } }
            """);
    Pretender lying =
        (request, honest) -> {
          Response response = honest.send(request);
          boolean isScenario =
              request.body().map(JsonNode::toString).orElse("").contains("\"new\"");
          return isScenario ? withId(response, "ErpConnectionId", 9) : response;
        };
    assertThat(replay(lying, "--scenario", "" + scenario, "--connector", "7")).isEqualTo(1);
    assertThat(row("ErpConnectionId", 9)).isEqualTo(before);
    assertThat(out.toString())
        .contains(
            "FAIL  Scenario / A connection is made and removed / server / json  (every step, without a look at the state)\n"
                + "      first 1, SaveConnection: ids: expected a new id, found "
                + CONNECTION);
  }

  @Test
  void aRecordingThatGetsAnExistingIdFailsAndDoesNotGoOnWithIt() throws IOException {
    JsonNode before = row("ErpConnectorId", 8);
    Files.writeString(
        folder.resolve("000001-SaveErpSyncConnectorEntity.yaml"),
        """
        SaveErpSyncConnectorEntity-000001:
          request:
            headers: { Accept: application/json, Content-Type: application/json }
            text: '{"ErpConnectorId":0,"DisplayName":"new"}'
          response:
            status: 200
            headers: { Content-Type: application/json;charset=utf-8 }
            body: { value: { ErpConnectorId: 3, DisplayName: new, Deleted: false } }
        DeleteErpSyncConnectorEntity-000002:
          request:
            query: erpSyncConnectorEntityId=3
            headers: { Accept: application/json }
          response: { status: 204 }
        """);
    Pretender lying = returning("SaveErpSyncConnectorEntity", "ErpConnectorId", 8, 1);
    assertThat(replay(lying, "--exchanges", "" + folder)).isEqualTo(1);
    assertThat(row("ErpConnectorId", 8)).isEqualTo(before);
    assertThat(out.toString())
        .contains(
            "FAIL  SaveErpSyncConnectorEntity / 000001 / server / json  (structure)\n"
                + "      ids: expected a new id, found "
                + CONNECTOR);
    assertThat(removals).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GetAllConnectors, 403, '', 'GetAllConnectors answers 403'",
    "GetAllConnections, 200, '{}', 'GetAllConnections answers no list'",
    "GetAllConnections, 200, '[{}]', 'GetAllConnections answers a row without ErpConnectionId'"
  })
  void nothingIsMadeOrRemovedWhereItIsNotKnownWhatTheServerHas(
      String list, int status, String body, String reason) throws IOException {
    JsonNode before = SERVER.control().state();
    Pretender closed =
        (request, honest) ->
            calls(request, list)
                ? new Response(status, Pretender.answer("").contentType(), body)
                : honest.send(request);
    replay(closed, "--scenarios", "--connector", "7");
    JsonNode after = SERVER.control().state();
    assertThat(after.path("Connections")).isEqualTo(before.path("Connections"));
    assertThat(out.toString())
        .startsWith(
            "The server has no emulator control, and %s: answers are compared by structure only.\n"
                .formatted(reason))
        .contains("/ server / json  it could change what the server has: " + reason);
  }

  /** The n-th insert changes nothing, and returns the id of something else. */
  private static Pretender returning(String operation, String id, int existing, int insert) {
    var inserts = new AtomicInteger();
    return (request, honest) -> {
      Response response = honest.send(request);
      return isInsert(request, operation, id) && inserts.incrementAndGet() == insert
          ? withId(response, id, existing)
          : response;
    };
  }

  private static boolean isInsert(Request request, String operation, String id) {
    return calls(request, operation)
        && request.body().filter(body -> body.findPath(id).asInt() == 0).isPresent();
  }

  private static Response withId(Response response, String id, int existing) {
    String text =
        response
            .text()
            .replaceAll("\"%s\": *\\d+".formatted(id), "\"%s\":%d".formatted(id, existing));
    return new Response(response.status(), response.contentType(), text);
  }

  private JsonNode row(String id, int value) throws IOException {
    String list = id.equals("ErpConnectorId") ? "Connectors" : "Connections";
    for (JsonNode row : SERVER.control().state().path(list)) {
      if (row.path(id).asInt() == value) {
        return row;
      }
    }
    throw new AssertionError("there is no row with %s %d".formatted(id, value));
  }

  /** On a server without control; what it is told to remove is noted. */
  private int replay(Pretender pretender, String... options) throws IOException {
    Pretender bare =
        (request, honest) -> {
          if (calls(request, "DeleteConnection")) {
            removals.add("" + request.body().orElseThrow());
          }
          if (calls(request, "DeleteErpSyncConnectorEntity")) {
            removals.add(request.query().replaceFirst("^.*=(\\d+)$", "{\"ErpConnectorId\":$1}"));
          }
          return request.path().startsWith("/_emulator")
              ? new Response(404, Map.of(), "")
              : pretender.send(request, honest);
        };
    try (var target = new LyingHttp(bare, SERVER.honest())) {
      List<String> command = new ArrayList<>();
      command.addAll(List.of("replay", "--base-url", target.baseUrl().toString()));
      command.addAll(List.of(options));
      return Main.commandLine()
          .setOut(new PrintWriter(out))
          .execute(command.toArray(String[]::new));
    }
  }
}
