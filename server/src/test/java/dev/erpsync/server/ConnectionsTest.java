package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Connections: 1 is on, 2 is off, 3 is deleted, and the connector of 4 is deleted. Contact 1 is
 * linked to Supplier 's' on connection 1.
 */
class ConnectionsTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @BeforeEach
  void seed() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1},{"ErpConnectorId":2,"Deleted":true}],
         "Connections":[
           {"ErpConnectionId":1,"ErpConnectorId":1,"Active":true,"DisplayName":"US:\\"One\\";NO:\\"En\\"",
            "ConfigFields":{"b":"1","a":null}},
           {"ErpConnectionId":2,"ErpConnectorId":1},
           {"ErpConnectionId":3,"ErpConnectorId":1,"Deleted":true},
           {"ErpConnectionId":4,"ErpConnectorId":2}],
         "ActorLinks":[{"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact","ErpKey":"s","ErpActorType":"Supplier"}]}""");
  }

  @Test
  @Tag("D49")
  void aConnectionIsReadAsItWasSaved() {
    String saved =
        SERVER
            .call("SaveConnection", "{\"Connection\":{\"ErpConnectionId\":1,\"AllAccess\":true}}")
            .body();
    assertThat(SERVER.call("GetConnection", "{\"ErpConnectionId\":1}").body()).isEqualTo(saved);
    assertThat(SERVER.call("GetErpConnectionConfigFields", "{\"ErpConnectionId\":1}").body())
        .isEqualTo("{\"b\":\"1\",\"a\":null}");
  }

  @Test
  @Tag("D49")
  void aListHasNoConfigurationAndDeletedOnesOnlyWhenAskedFor() {
    HttpResponse<String> list = SERVER.call("GetAllConnections", "{}");
    assertThat(list.body())
        .contains("\"ErpConnectionId\":1,", "\"ErpConnectionId\":2,", "\"ErpConnectionId\":4,")
        .contains("\"ConfigFields\":null")
        .doesNotContain("\"ErpConnectionId\":3,", "\"b\"");
    assertThat(SERVER.call("GetAllConnections", "{\"IncludeDeleted\":true}").body())
        .contains("\"ErpConnectionId\":3,");
  }

  @ParameterizedTest(name = "connection {0}")
  @Tag("D51")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | []                                                | false
          2 | []                                                | true
          3 | ["Connection 3 does not exist."]                  | false
          4 | ["Connector 2 of the connection is deleted."]     | false
          9 | ["Connection 9 does not exist."]                  |
          """)
  void switchingSaysWhyItWasNotDone(int id, String reasons, String active) {
    String one = "{\"ErpConnectionId\":" + id + "}";
    HttpResponse<String> answer = SERVER.call("ToggleErpConnectionActive", one);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(reasons);
    HttpResponse<String> now = SERVER.call("GetConnection?$select=active", one);
    assertThat(now.body()).contains(active == null ? "null" : "\"Active\":" + active);
  }

  @ParameterizedTest(name = "connection {0}")
  @Tag("D50")
  @CsvSource({"1, 204", "4, 204", "3, 404", "9, 404"})
  void deletingMarksAndSwitchesOff(int id, int status) {
    String one = "{\"ErpConnectionId\":" + id + "}";
    assertThat(SERVER.call("DeleteConnection", one).statusCode()).isEqualTo(status);
    assertThat(SERVER.call("DeleteConnection", one).statusCode()).isEqualTo(404);
    if (status == 204) {
      assertThat(SERVER.call("GetConnection?$select=active,deleted", one).body())
          .contains("\"Active\":false", "\"Deleted\":true");
      assertThat(SERVER.state()).as("links stay stored").contains("\"ErpKey\":\"s\"");
    }
  }

  @ParameterizedTest(name = "{0}")
  @Tag("D52")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ErpConnectionIds":[4,1]}   | true  | [4,1]
          {"ErpConnectionIds":[2]}     | true  | [2]
          {"ErpConnectionIds":[]}      | true  | []
          {}                           | true  | []
          {"ErpConnectionIds":[0]}     | true  | [0]
          {"ErpConnectionIds":[4,0,1]} | true  | [4,0,1]
          {"ErpConnectionIds":[0,4,0]} | false | []
          {"ErpConnectionIds":[-1]}    | false | []
          {"ErpConnectionIds":[1,9]}   | false | []
          {"ErpConnectionIds":[1,3]}   | false | []
          {"ErpConnectionIds":[1,1]}   | false | []
          """)
  void prioritiesAreSavedAllOrNone(String request, String saved, String stored) {
    assertThat(SERVER.call("SaveErpConnectionSyncPriorities", request).body()).isEqualTo(saved);
    assertThat(SERVER.state()).contains("\"SyncPriorities\":" + stored);
  }

  @Test
  @Tag("D52")
  void theStateWithItsPrioritiesCanBeSeeded() {
    SERVER.call("SaveErpConnectionSyncPriorities", "{\"ErpConnectionIds\":[4,0,1]}");
    String state = SERVER.state();
    SERVER.send(
        SERVER.request("/_emulator/reset").POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
    SERVER.seed(state);
    assertThat(SERVER.state()).isEqualTo(state);
    assertThat(SERVER.post("/_emulator/seed", "{\"SyncPriorities\":[9]}").statusCode())
        .isEqualTo(404);
    assertThat(SERVER.state()).isEqualTo(state);
  }

  @Test
  @Tag("D53")
  @Tag("D14")
  void theSummarySaysWhatIsStored() {
    HttpResponse<String> summary =
        SERVER.send(
            SERVER
                .request("/api/v1/Agents/ErpSync/GetErpSyncConnectionSummary")
                .header("Content-Type", "application/json")
                .header("SO-Language", "no")
                .POST(
                    java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"ErpSyncConnectionId\":1}")));
    assertThat(summary.body())
        .startsWith(
            """
            {"DisplayName":"En","DisplayDescription":null,"Active":true,"Deleted":false,\
            "LastSync":null,"Actors":[],"TableRight":{"Mask":"FULL","Reason":""},""")
        .contains(
            "\"LastSync\":{\"FieldRight\":{\"Mask\":\"Update\",\"Reason\":\"\"},\"FieldType\":\"System.DateTime\",\"FieldLength\":16");
  }

  @ParameterizedTest(name = "{0} {1}")
  @Tag("D54")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Contact | 1  | {"1":"true Supplier","2":"false Customer","4":"false Customer"}
          Contact | 2  | {"1":"false Customer","2":"false Customer","4":"false Customer"}
          Contact | 0  | {"1":"false Customer","2":"false Customer","4":"false Customer"}
          Person  | 1  | {"1":"false Person","2":"false Person","4":"false Person"}
          Sale    | 1  | {}
          """)
  void everyConnectionSaysWhetherTheRecordIsLinked(String type, int record, String expected) {
    String request = "{\"CrmActorType\":\"%s\",\"EntityId\":%d}".formatted(type, record);
    String answer = SERVER.call("GetConnectionsAndDisplayFields", request).body();
    String found =
        java.util.regex.Pattern.compile(
                "\\{\"ErpConnectionId\":(\\d+),\"ConnectionName\":[^,]*?,\"Connected\":(\\w+),"
                    + "\"ErpFields\":\\[],\"CrmActorType\":\"\\w+\",\"ErpActorType\":\"(\\w+)\"")
            .matcher(answer)
            .results()
            .map(m -> "\"%s\":\"%s %s\"".formatted(m.group(1), m.group(2), m.group(3)))
            .collect(java.util.stream.Collectors.joining(",", "{", "}"));
    assertThat(found).isEqualTo(expected);
  }
}
