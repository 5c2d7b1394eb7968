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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server without emulator control is brought into the state of a sample by its operations. */
@Tag("D35")
class StateByOperationsTest {
  @RegisterExtension static final HonestJar SERVER = new HonestJar();

  private static final String MINE =
      """
      {"Connectors": [{"ErpConnectorId": 7, "DisplayName": "mine", "Deleted": false}],
       "Connections": [{"ErpConnectionId": 9, "ErpConnectorId": 7, "DisplayName": "mine", "AllAccess": true},
                       {"ErpConnectionId": 341, "ErpConnectorId": 7, "DisplayName": "of a sample", "AllAccess": true},
                       {"ErpConnectionId": 816, "ErpConnectorId": 7, "DisplayName": "of another", "AllAccess": true}],
       "ActorLinks": [{"ErpConnectionId": 9, "CrmRecordId": 473, "CrmActorType": "Contact",
                       "ErpKey": "k", "ErpActorType": "Customer"}]}
      """;

  private final StringWriter out = new StringWriter();
  private final AtomicInteger saved = new AtomicInteger();

  @BeforeEach
  void seed() throws IOException {
    SERVER.control().replace(new ObjectMapper().readTree(MINE));
  }

  @Test
  void answersAreComparedAsWithAControl() throws IOException {
    assertThat(replay(request -> Optional.empty(), "--encoding", "all")).isZero();
    assertThat(out.toString())
        .startsWith(
            "The server has no emulator control: the state of documented exchanges is made by the"
                + " operations, and removed again.\n")
        .contains(
            "PASS  BreakActorLink / 000 / server / json  (exact)\n",
            "PASS  CanDeleteErpSyncConnectorEntity / 000 / server / json  (exact)\n",
            "PASS  ConnectActor / 000 / server / xml  (exact)\n",
            "PASS  CreateActorLink / 000 / server / form  (exact)\n",
            "PASS  DeleteErpSyncConnectorEntity / 000 / server / json  (exact)\n",
            "PASS  GetErpConnectionConfigFields / 000 / server / xml  (exact)\n",
            "PASS  SaveConnection / 000 / server / json  (echo exact, rest by structure)\n",
            "PASS  SaveErpConnectionSyncPriorities / 000 / server / json  (exact)\n",
            "PASS  TryConnectActor / 000 / server / json  (exact)\n")
        .doesNotContain("FAIL", "Left on the server");
  }

  /** Its connector is deleted, which nobody can do to one that has a connection. */
  @Test
  @Tag("D47")
  void aStateThatNoOperationMakesIsComparedByStructure() throws IOException {
    replay(request -> Optional.empty());
    assertThat(out.toString())
        .contains("PASS  ToggleErpConnectionActive / 000 / server / json  (structure)\n");
  }

  @Test
  void whatWasThereStaysAndWhatWasMadeIsRemoved() throws IOException {
    JsonNode before = SERVER.control().state();
    replay(request -> Optional.empty());
    JsonNode after = SERVER.control().state();
    assertThat(after.path("ActorLinks")).isEqualTo(before.path("ActorLinks"));
    for (String list : List.of("Connectors", "Connections")) {
      assertThat(left(after, list)).as(list).isEqualTo(left(before, list));
    }
  }

  @Test
  void whatWasThereStaysAlsoWhereNoStateOfASampleCanBeMade() throws IOException {
    JsonNode before = SERVER.control().state();
    replay(
        request ->
            calls(request, "SaveConnection") && saved.incrementAndGet() > 1
                ? Optional.of(new Response(503, Map.of(), ""))
                : Optional.empty());
    JsonNode after = SERVER.control().state();
    assertThat(left(after, "Connections")).isEqualTo(left(before, "Connections"));
    assertThat(out.toString()).contains("BreakActorLink / 000 / server / json  (structure)");
  }

  @Test
  void anOwnConnectorIsUsedWhereItDoesNotMatter() throws IOException {
    replay(request -> Optional.empty(), "--connector", "7");
    assertThat(out.toString()).doesNotContain("FAIL");
    assertThat(SERVER.control().state().path("Connectors"))
        .as("one more each for the samples that are about a connector")
        .hasSizeLessThan(8);
  }

  static Stream<Arguments> pretenders() {
    return Stream.of(
        Arguments.of("CreateActorLink", "true", "CreateActorLink / 000", "found true"),
        Arguments.of("BreakActorLink", "false", "BreakActorLink / 000", "found false"),
        Arguments.of(
            "CanDeleteErpSyncConnectorEntity",
            "\"NoError\"",
            "CanDeleteErpSyncConnectorEntity / 000",
            "found \"NoError\""),
        Arguments.of(
            "GetErpConnectionConfigFields", "{}", "GetErpConnectionConfigFields / 000", "found {}"),
        Arguments.of("ConnectActor", "", "ConnectActor / 000", "effect, seen by BreakActorLink"));
  }

  @ParameterizedTest(name = "{0} answers {1}")
  @MethodSource("pretenders")
  void aServerThatPretendsIsFound(String operation, String answer, String sample, String found)
      throws IOException {
    Response pretended =
        answer.isEmpty() ? new Response(204, Map.of(), "") : Pretender.answer(answer);
    // Links that the kit itself creates are honest, or there would be no state to speak of.
    int result =
        replay(
            request ->
                calls(request, operation) && request.header("SO-Language").isEmpty()
                    ? Optional.of(pretended)
                    : Optional.empty());
    assertThat(result).isEqualTo(1);
    assertThat(out.toString())
        .containsPattern("FAIL  \\Q" + sample + "\\E / server / json .*\n.*\\Q" + found);
  }

  @Test
  void whatCannotBeRemovedIsNamed() throws IOException {
    replay(
        request ->
            calls(request, "DeleteConnection")
                ? Optional.of(new Response(503, Map.of(), ""))
                : Optional.empty());
    assertThat(out.toString())
        .containsPattern("Left on the server, as it does not remove them: connection \\d+, ");
  }

  private static List<JsonNode> left(JsonNode state, String list) {
    List<JsonNode> left = new ArrayList<>();
    state.path(list).forEach(row -> left.add(row));
    left.removeIf(row -> row.path("Deleted").asBoolean());
    return left;
  }

  /** An honest server without control, but for what is answered in its place. */
  private int replay(Instead instead, String... options) throws IOException {
    Pretender bare =
        (request, honest) ->
            request.path().startsWith("/_emulator")
                ? new Response(404, Map.of(), "")
                : instead.of(request).isPresent()
                    ? instead.of(request).get()
                    : honest.send(request);
    try (var target = new LyingHttp(bare, SERVER.honest())) {
      List<String> command = new ArrayList<>();
      command.addAll(List.of("replay", "--base-url", target.baseUrl().toString()));
      command.addAll(List.of(options));
      return Main.commandLine()
          .setOut(new PrintWriter(out))
          .execute(command.toArray(String[]::new));
    }
  }

  /** What is answered in the place of the honest server. */
  @FunctionalInterface
  private interface Instead {
    Optional<Response> of(Request request);
  }
}
