package dev.erpsync.conformance;

import static dev.erpsync.conformance.own.Pretender.calls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.own.LyingHttp;
import dev.erpsync.conformance.own.Pretender;
import dev.erpsync.conformance.own.ServerJar;
import dev.erpsync.conformance.state.StateControl;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A session is recorded in front of one server, and replayed on others. */
class RecordingTest {
  private static final String OTHERS =
      """
      {"Connectors": [{"ErpConnectorId": 30, "DisplayName": "Other"}],
       "Connections": [{"ErpConnectionId": 40, "ErpConnectorId": 30, "DisplayName": "Other", "AllAccess": true}]}
      """;

  @TempDir static Path folder;

  private static ServerJar first;
  private static ServerJar second;
  private static Path recording;
  private static String said;
  private static int calls;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void record() throws Exception {
    first = server("first", RecordedSession.BEFORE);
    second = server("second", OTHERS);
    recording = folder.resolve("recording");
    String target = first.baseUrl().toString();
    try (var proxy =
        KitProcess.start(
            "proxy", "--target", target, "--port", "0", "--record", recording.toString())) {
      calls = RecordedSession.play(proxy.uri());
      said = proxy.stop();
    }
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
  }

  @Test
  void everyCallOfASessionIsRecorded() throws IOException {
    assertThat(calls).isGreaterThan(40);
    assertThat(said)
        .containsPattern("recorded " + calls + " exchanges in \\d+ bytes, 0 not recorded\n");
    try (Stream<Path> files = Files.list(recording)) {
      assertThat(files).hasSize(calls);
    }
  }

  @Test
  void theReadmeShowsAnExchangeAsItIsRecorded() throws IOException {
    String name = "CreateActorLink-000005:";
    String shown =
        Files.readString(Path.of("README.md")).split("```yaml\n" + name, 2)[1].split("```", 2)[0];
    assertThat(recording.resolve("000005-CreateActorLink.yaml")).hasContent(name + shown);
  }

  @Test
  void aRecordingPassesOnAServerThatAssignsOtherIds() {
    assertThat(replay(second.baseUrl())).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "PASS  GetConnection / 000003 / server / json  (known values exact, rest by structure)\n",
            "PASS  CreateActorLink / 000006 / server / json  (exact)\n",
            "SKIP  GetAllConnectors / 000041 / server / json  the recorded credentials were rejected (401)\n")
        .endsWith("%d passed, 0 failed, 1 skipped\n".formatted(calls - 1));
  }

  /** The client chose a GUID there, which the server would reject a second time. */
  @Test
  void aRecordingPassesOnTheServerOnWhichItWasMade() {
    assertThat(replay(first.baseUrl())).as(out.toString()).isZero();
  }

  @Test
  void noFileHasACredentialOrAConfigurationValue() {
    assertThat(files()).doesNotContain("neverTold", "dGplMDpUamUw", "Authorization", "Cookie");
  }

  @Test
  void equalConfigurationValuesStayEqual() {
    List<String> configurations =
        Pattern.compile("Server: (\\S+)\n *Password: (\\S+)\n *Copy: (\\S+)\n *Empty: ''\n")
            .matcher(files())
            .results()
            .map(MatchResult::group)
            .map(text -> text.replaceAll(" +", " "))
            .toList();
    assertThat(configurations).hasSizeGreaterThan(3).containsOnly(configurations.get(0));
    assertThat(configurations.get(0))
        .matches("(?s)Server: (masked-[0-9a-f]{20})\n Password: (?!\\1)masked-.*Copy: \\1\n.*");
    assertThat(files()).contains("\"Copy\":\"masked-");
  }

  @Test
  void theClientsWordsAreSentAgainWithOtherIds() throws IOException {
    List<Request> sent = Collections.synchronizedList(new ArrayList<>());
    Pretender listening =
        (request, honest) -> {
          sent.add(request);
          return honest.send(request);
        };
    assertThat(replayOn(listening)).isZero();
    assertThat(bodies(sent, "CreateDefaultErpSyncConnectorEntity")).containsExactly("null");
    assertThat(bodies(sent, "GetAllConnectors")).containsOnly("");
    assertThat(bodies(sent, "SaveConnection"))
        .anySatisfy(
            body ->
                assertThat(body)
                    .matches(
                        "(?s)\\{ \"connection\" : \\{\"erpConnectionId\":0, \"erpConnectorId\":3\\d,\n"
                            + "  \"displayName\":\"NO:\\\\\"Leverandør\\\\\";US:\\\\\"Supplier\\\\\"\", \"displayDescription\":\"\\\\u00e6\".*"));
    assertThat(sent)
        .filteredOn(request -> !request.path().startsWith("/_emulator"))
        .allSatisfy(
            request -> {
              assertThat(request.header("Authorization")).contains(RecordedSession.CREDENTIALS);
              assertThat(request.header("SO-AppToken")).isEmpty();
            });
  }

  /** However an id is written: the target has a connection 40 and a connector 30. */
  @Test
  void nothingIsAddressedThatTheTargetHadBefore() throws IOException {
    Path written = Files.createDirectory(folder.resolve("written"));
    Files.writeString(
        written.resolve("1.yaml"),
        """
        GetConnection-1:
          request: { headers: { Content-Type: application/json }, text: '{"erpConnectionId":40}' }
          response: { status: 404 }
        GetConnection-2:
          request: { headers: { Content-Type: application/json }, text: '{"ERPCONNECTIONID":"40"}' }
          response: { status: 404 }
        GetConnection-3:
          request: { headers: { Content-Type: application/json }, text: '{"erp\\u0043onnectionId":40.0}' }
          response: { status: 404 }
        DeleteErpSyncConnectorEntity-4:
          request: { query: ERPSYNCCONNECTORENTITYID=%33%30 }
          response: { status: 404 }
        """);
    List<String> sent = Collections.synchronizedList(new ArrayList<>());
    Pretender listening =
        (request, honest) -> {
          if (!request.path().startsWith("/_emulator")) {
            sent.add(request.query() + request.content().map(Object::toString).orElse(""));
          }
          return honest.send(request);
        };
    try (var target = new LyingHttp(listening, new HttpSender(second.baseUrl()))) {
      run(target.baseUrl(), written);
    }
    assertThat(sent)
        .hasSize(4)
        .allSatisfy(each -> assertThat(each).matches(".*=?\"?214\\d{7}\"?}?"));
  }

  @Test
  void whatWasThereStaysAndWhatWasMadeIsRemoved() throws Exception {
    JsonNode before = control().state();
    assertThat(replayOn(RecordingTest::withoutControl)).as(out.toString()).isZero();
    JsonNode after = control().state();
    assertThat(out.toString()).doesNotContain("Left on the server");
    assertThat(standing(after)).isEqualTo(standing(before));
    control().replace(before);
  }

  @Test
  void whatCannotBeRemovedIsNamed() throws Exception {
    JsonNode before = control().state();
    replayOn(
        (request, honest) ->
            calls(request, "DeleteErpSyncConnectorEntity")
                ? new Response(503, Map.of(), "")
                : withoutControl(request, honest));
    assertThat(out.toString())
        .containsPattern(
            "Left on the server, as it does not remove them: connector \\d+, connector");
    control().replace(before);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments(
            saying("CreateActorLink", "false", "true"),
            "CreateActorLink / 000006",
            "body: expected false, found true"),
        arguments(
            saying("GetConnection", "Supplier", "Other"),
            "GetConnection / 000015",
            "/DisplayName: expected \"NO:"),
        arguments(
            saying("GetConnection", "\"ConnectionId\":\".{4}", "\"ConnectionId\":\"0000"),
            "GetConnection / 000015",
            "/ConnectionId: expected \""),
        arguments(
            saying("GetErpConnectionConfigFields", "\"Copy\":\"masked", "\"Copy\":\"marked"),
            "GetErpConnectionConfigFields / 000018",
            "/ConfigFields: expected {"),
        arguments(
            saying("GetConnectionsAndDisplayFields", "\"Connected\":true", "\"Connected\":false"),
            "GetConnectionsAndDisplayFields / 000031",
            "Connected: expected true, found false"),
        arguments(
            saying("GetAllConnections", "(?s)^\\[.*", "[]"),
            "GetAllConnections / 000017",
            "body: expected connection "),
        arguments(
            saying("SaveConnection", "2026-01-01", "2026-01-02"),
            "SaveConnection / 000014",
            "/MostRecentTimestamp: expected \"2026-01-01\", found \"2026-01-02\""),
        arguments(
            Pretender.only("ToggleErpConnectionActive", "[]"),
            "GetConnection / 000021",
            "/Active: expected false, found true"),
        arguments(
            (Pretender)
                (request, honest) ->
                    calls(request, "DeleteConnection")
                            && !request.content().orElseThrow().toString().contains("21474")
                        ? new Response(204, Map.of(), "")
                        : honest.send(request),
            "GetAllConnections / 000045",
            "body: expected no connection "));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("faults")
  void aServerThatReturnsSomethingElseIsFound(Pretender fault, String exchange, String difference)
      throws IOException {
    assertThat(replayOn(fault)).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern(
            "FAIL  \\Q%s\\E / server / json .*\n( +.*\n)*? +\\S*\\Q%s"
                .formatted(exchange, difference));
  }

  /** It has four operations, knows names in PascalCase only, and has one connector. */
  @Test
  void aServerOfAnotherKindPassesWhatItHas() throws Exception {
    Path pascal = folder.resolve("pascal");
    try (var proxy =
        KitProcess.start(
            "proxy", "--target", "" + first.baseUrl(), "--port", "0", "--record", "" + pascal)) {
      RecordedSession.playInPascalCase(proxy.uri());
    }
    try (var target = IndependentServer.start("--control")) {
      StateControl.of(new HttpSender(target.baseUrl()), RecordedSession.CREDENTIALS)
          .orElseThrow()
          .replace(new ObjectMapper().readTree("{\"Connectors\": [{\"ErpConnectorId\": 5}]}"));
      assertThat(run(target.baseUrl(), pascal, "--connector", "5")).isEqualTo(1);
    }
    assertThat(out.toString())
        .contains(
            "PASS  CreateActorLink / 000005 / server / json  (exact)\n",
            "PASS  SaveConnection / 000014 / server / json  (known values exact, rest by structure)\n",
            "PASS  CreateActorLink / 000025 / server / json  (exact)\n",
            "PASS  CreateActorLink / 000027 / server / json  (exact)\n",
            "PASS  ConnectActor / 000029 / server / json  (exact)\n",
            "PASS  ConnectActor / 000030 / server / json  (structure)\n",
            "PASS  BreakActorLink / 000032 / server / json  (exact)\n",
            "PASS  BreakActorLink / 000033 / server / json  (exact)\n",
            "FAIL  GetConnection / 000015 / server / json  (structure)\n      status: expected 200, found 404",
            "SKIP  DeleteErpSyncConnectorEntity / 000040 / server / json  it would change the connector of --connector\n")
        .containsPattern("\n\\d+ passed, \\d+ failed, \\d+ skipped\n$");
  }

  private static ServerJar server(String name, String seed) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".json"), seed);
    return ServerJar.start(
        folder.resolve(name), "--validation", "vendor", "--seed", file.toString());
  }

  private static StateControl control() throws IOException {
    return StateControl.of(new HttpSender(second.baseUrl()), RecordedSession.CREDENTIALS)
        .orElseThrow();
  }

  private static Response withoutControl(Request request, Sender honest) throws IOException {
    return request.path().startsWith("/_emulator")
        ? new Response(404, Map.of(), "")
        : honest.send(request);
  }

  private static Pretender saying(String operation, String old, String other) {
    return (request, honest) -> {
      Response response = honest.send(request);
      return calls(request, operation) && response.status() == 200
          ? new Response(200, response.headers(), response.text().replaceAll(old, other))
          : response;
    };
  }

  private int replayOn(Pretender pretender) throws IOException {
    try (var target = new LyingHttp(pretender, new HttpSender(second.baseUrl()))) {
      return replay(target.baseUrl());
    }
  }

  private int replay(URI server) {
    return run(server, recording);
  }

  private int run(URI server, Path exchanges, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of("replay", "--base-url", "" + server, "--exchanges", "" + exchanges));
    command.addAll(List.of(options));
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(command.toArray(String[]::new));
  }

  private static List<String> bodies(List<Request> sent, String operation) {
    return sent.stream()
        .filter(request -> calls(request, operation))
        .map(request -> request.content().map(Object::toString).orElse(""))
        .toList();
  }

  /** What is not marked as deleted; links of deleted connections stay stored, and count no more. */
  private static List<JsonNode> standing(JsonNode state) {
    Set<Integer> connections = new HashSet<>();
    List<JsonNode> standing = new ArrayList<>();
    for (String list : List.of("Connectors", "Connections")) {
      for (JsonNode row : state.path(list)) {
        if (!row.path("Deleted").asBoolean()) {
          standing.add(row);
          connections.add(row.path("ErpConnectionId").asInt());
        }
      }
    }
    for (JsonNode link : state.path("ActorLinks")) {
      if (connections.contains(link.path("ErpConnectionId").asInt())) {
        standing.add(link);
      }
    }
    return standing;
  }

  private static String files() {
    try (Stream<Path> all = Files.list(recording)) {
      return all.sorted().map(RecordingTest::read).collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
