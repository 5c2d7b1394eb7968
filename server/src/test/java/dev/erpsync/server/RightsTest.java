package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.spec.Contract;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who may do what. Connection 1 is open to all, 2 names associate 5 (bo), 3 names group 2 (of bo),
 * 4 names associate 2 and group 5, 5 names nobody, 6 names bo and is deleted.
 */
@Tag("D16")
@SuppressWarnings("NullAway.Init")
class RightsTest {
  private static final Map<String, String> USERS =
      Map.of("anna", GuardedServer.ANNA, "bo", GuardedServer.BO, "cy", GuardedServer.CY);
  private static final String STATE =
      """
      {"Connectors":[{"ErpConnectorId":1}],"Connections":[
       {"ErpConnectionId":1,"ErpConnectorId":1,"AllAccess":true},
       {"ErpConnectionId":2,"ErpConnectorId":1,"AssociateAccessIds":[7,5]},
       {"ErpConnectionId":3,"ErpConnectorId":1,"UserGroupAccessIds":[9,2]},
       {"ErpConnectionId":4,"ErpConnectorId":1,"AssociateAccessIds":[2],"UserGroupAccessIds":[5]},
       {"ErpConnectionId":5,"ErpConnectorId":1},
       {"ErpConnectionId":6,"ErpConnectorId":1,"AssociateAccessIds":[5],"Deleted":true}]}""";

  @TempDir static Path folder;
  private static GuardedServer server;

  @BeforeAll
  static void start() throws Exception {
    server = GuardedServer.in(folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void seed() {
    server.send("POST", "/_emulator/reset", "", "Authorization", GuardedServer.ANNA);
    server.send("POST", "/_emulator/seed", STATE, "Authorization", GuardedServer.ANNA);
  }

  @ParameterizedTest(name = "{0} on connection {1}")
  @Tag("D7")
  @CsvSource({
    "anna, 1, true, 204",
    "anna, 2, true, 204",
    "anna, 4, true, 204",
    "anna, 5, true, 204",
    "anna, 6, false, 404",
    "anna, 9, false, 404",
    "bo, 1, true, 204",
    "bo, 2, true, 204",
    "bo, 3, true, 204",
    "bo, 4, 403, 403",
    "bo, 5, 403, 403",
    "bo, 6, false, 404",
    "bo, 9, false, 404",
    "cy, 1, true, 204",
    "cy, 2, 403, 403",
    "cy, 3, 403, 403",
    "cy, 4, 403, 403",
    "cy, 5, 403, 403",
    "cy, 6, false, 404",
    "cy, 9, false, 404",
  })
  void linksAreForThoseWithAccessToTheConnection(
      String user, int connection, String linked, int connected) {
    String record = "\"ErpConnectionId\":%d,\"CrmRecordId\":%d,\"CrmActorType\":\"Contact\"";
    String actor = ",\"ErpKey\":\"%s\",\"ErpActorType\":\"Customer\"";
    String before = state();
    HttpResponse<String> connect =
        as(
            user,
            "ConnectActor",
            ("{" + record + actor + ",\"FieldValues\":[]}").formatted(connection, 2, "k2"));
    assertThat(connect.statusCode()).isEqualTo(connected);
    HttpResponse<String> create =
        as(user, "CreateActorLink", ("{" + record + actor + "}").formatted(connection, 1, "k1"));
    HttpResponse<String> remove =
        as(user, "BreakActorLink", ("{" + record + "}").formatted(connection, 1));
    if (linked.equals("403")) {
      assertForbidden(connect, "You have no access to connection " + connection + ".");
      assertForbidden(create, "You have no access to connection " + connection + ".");
      assertForbidden(remove, "You have no access to connection " + connection + ".");
      assertThat(state()).isEqualTo(before);
    } else {
      assertThat(create.body()).isEqualTo(linked);
      assertThat(remove.body()).isEqualTo(linked);
    }
  }

  @Test
  void whatCannotBeLinkedIsNoBusinessOfThoseWithoutAccess() {
    assertForbidden(
        as(
            "cy",
            "CreateActorLink",
            "{\"ErpConnectionId\":5,\"CrmRecordId\":0,\"CrmActorType\":\"Sale\",\"ErpKey\":\"k\",\"ErpActorType\":\"Sale\"}"),
        "You have no access to connection 5.");
  }

  @Test
  void connectionsAreSavedByAdministratorsOnly() {
    String save = "{\"Connection\":{\"ErpConnectionId\":2,\"DisplayName\":\"new\"}}";
    String before = state();
    assertForbidden(as("bo", "SaveConnection", save), "Only an administrator may do this.");
    assertForbidden(as("bo", "SaveConnection", "{}"), "Only an administrator may do this.");
    assertForbidden(as("bo", "SaveConnection", ""), "Only an administrator may do this.");
    assertForbidden(as("bo", "Save%43onnection", save), "Only an administrator may do this.");
    assertThat(as("bo", "SaveConnection/", save).statusCode()).isEqualTo(404);
    assertThat(as("bo", "SaveConnection;a=b", save).statusCode()).isEqualTo(404);
    assertThat(state()).isEqualTo(before);
    assertThat(as("anna", "SaveConnection", save).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest(name = "{0} on connection {1}")
  @Tag("D49")
  @CsvSource({
    "anna, 1, 200, read",
    "anna, 5, 200, read",
    "anna, 6, 200, read",
    "anna, 9, 200, null",
    "bo, 1, 200, read",
    "bo, 2, 200, read",
    "bo, 3, 200, read",
    "bo, 4, 403, no access",
    "bo, 5, 403, no access",
    "bo, 6, 200, null",
    "bo, 9, 200, null",
    "cy, 1, 200, read",
    "cy, 2, 403, no access",
    "cy, 6, 200, null",
    "cy, 9, 200, null",
  })
  void connectionsAreReadByThoseWithAccess(
      String user, int connection, int status, String content) {
    String one = "{\"ErpConnectionId\":%d}".formatted(connection);
    String summary = "{\"ErpSyncConnectionId\":%d}".formatted(connection);
    for (HttpResponse<String> response :
        List.of(
            as(user, "GetConnection", one),
            as(user, "GetErpConnectionConfigFields", one),
            as(user, "GetErpSyncConnectionSummary", summary))) {
      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.body().equals("null")).isEqualTo(content.equals("null"));
    }
  }

  @ParameterizedTest(name = "{0}, deleted ones too: {1}")
  @Tag("D49")
  @Tag("D54")
  @CsvSource({
    "anna, false, '1,2,3,4,5'",
    "anna, true, '1,2,3,4,5,6'",
    "bo, false, '1,2,3'",
    "bo, true, '1,2,3'",
    "cy, true, 1"
  })
  void listsHoldWhatTheCallerHasAccessTo(String user, boolean deletedToo, String ids) {
    String all =
        as(
                user,
                "GetAllConnections?$select=ErpConnectionId",
                "{\"IncludeDeleted\":%s}".formatted(deletedToo))
            .body();
    assertThat(ids(all)).isEqualTo(ids);
    String statuses =
        as(
                user,
                "GetConnectionsAndDisplayFields?$select=ErpConnectionId",
                "{\"CrmActorType\":\"Contact\",\"EntityId\":1}")
            .body();
    assertThat(ids(statuses)).isEqualTo(ids.replace(",6", ""));
  }

  @Test
  @Tag("D18")
  void whoIsNoAdministratorSeesThatTheyMayOnlyRead() {
    String read = as("bo", "GetConnection", "{\"ErpConnectionId\":2}").body();
    assertThat(read)
        .contains("\"TableRight\":{\"Mask\":\"R\",\"Reason\":\"\"}")
        .contains("\"DisplayName\":{\"FieldRight\":{\"Mask\":\"Read\",\"Reason\":\"\"}")
        .doesNotContain("FULL");
  }

  @Test
  @Tag("D46")
  void connectorsAreAdministeredByAdministratorsAndReadByAll() {
    String before = state();
    for (String operation :
        List.of(
            "CreateDefaultErpSyncConnectorEntity",
            "DeleteErpSyncConnectorEntity?erpSyncConnectorEntityId=1",
            "SaveErpSyncConnectorEntity",
            "CanDeleteErpSyncConnectorEntity",
            "DeleteConnection",
            "ToggleErpConnectionActive",
            "SaveErpConnectionSyncPriorities")) {
      assertForbidden(as("bo", operation, "{}"), "Only an administrator may do this.");
    }
    assertThat(state()).isEqualTo(before);
    assertThat(as("cy", "GetAllConnectors", "").body())
        .isEqualTo("[{\"Id\":1,\"Name\":null,\"ToolTip\":null}]");
    String get = "GetErpSyncConnectorEntity?erpSyncConnectorEntityId=";
    assertThat(as("cy", get + 1, "").statusCode()).isEqualTo(200);
    as("anna", "SaveErpSyncConnectorEntity", "{\"Deleted\":true}");
    assertThat(as("anna", get + 2, "").statusCode()).isEqualTo(200);
    assertThat(as("cy", get + 2, "").body()).isEqualTo("null");
  }

  private static String ids(String connections) {
    return Pattern.compile("\"ErpConnectionId\":(\\d+)")
        .matcher(connections)
        .results()
        .map(id -> id.group(1))
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource({"POST, reset, ''", "POST, seed, {}", "GET, state, ''"})
  void theEmulatorIsControlledByAdministratorsOnly(String method, String operation, String body) {
    String before = state();
    String path = "/_emulator/" + operation;
    assertForbidden(
        server.send(method, path, body, "Authorization", GuardedServer.BO),
        "Only an administrator may do this.");
    assertThat(state()).isEqualTo(before);
    assertThat(server.send(method, path, body, "Authorization", GuardedServer.ANNA).statusCode())
        .isBetween(200, 204);
  }

  @Test
  void everyEmulatorOperationButSigningInIsForAdministrators() {
    assertThat(Contract.emulator().operations())
        .filteredOn(operation -> !operation.node().path("x-administrators-only").booleanValue())
        .extracting(operation -> operation.id())
        .containsExactly("Session");
  }

  private static HttpResponse<String> as(String user, String operation, String json) {
    String authorization = USERS.getOrDefault(user, "");
    return server.agent(operation, json, "Authorization", authorization);
  }

  private static String state() {
    return server.send("GET", "/_emulator/state", "", "Authorization", GuardedServer.ANNA).body();
  }

  private static void assertForbidden(HttpResponse<String> answer, String message) {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"Error":true,"ErrorType":"SoSentryException","Message":"%1$s","ErrorMessage":"%1$s","ErrorSource":"erpsync"}"""
                .formatted(message));
  }
}
