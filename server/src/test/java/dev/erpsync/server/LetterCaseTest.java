package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names of properties in any letter case, at the default level: the vendor's client sends
 * camelCase.
 */
@Tag("D4")
class LetterCaseTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String AGENT = "/api/v1/Agents/ErpSync/";

  @BeforeEach
  void seed() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1}],"Connections":[{"ErpConnectionId":1,"ErpConnectorId":1}]}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | {"erpConnectionId":1,"crmRecordId":7,"crmActorType":"Contact","erpKey":"k","erpActorType":"Customer"} | ["/erpConnectionId","/crmRecordId","/crmActorType","/erpKey","/erpActorType"]
          application/merge-patch+json | {"ErpConnectionId":1,"CRMRECORDID":7,"CrmActorType":"Contact","ErpKey":"k","ErpActorType":"Customer"} | ["/CRMRECORDID"]
          application/json-patch+json | [{"op":"add","path":"/erpKey","value":"k"},{"op":"add","path":"","value":{"ErpConnectionId":1,"crmRecordId":7,"CrmActorType":"Contact","ErpActorType":"Customer","ErpKey":"k"}}] | ["/0/path","/1/value/crmRecordId"]
          application/xml | <a><erpConnectionId>1</erpConnectionId><CrmRecordId>7</CrmRecordId><CrmActorType>Contact</CrmActorType><ErpKey>k</ErpKey><ErpActorType>Customer</ErpActorType></a> | ["/erpConnectionId"]
          application/x-www-form-urlencoded | ErpConnectionId=1&crmRecordId=7&CrmActorType=Contact&ErpKey=k&ErpActorType=Customer | ["/crmRecordId"]
          """)
  void isUnderstoodInEveryEncodingAndReportedInTheJournal(
      String type, String body, String otherCase) throws Exception {
    assertThat(post("CreateActorLink", type, body).body()).isEqualTo("true");
    assertThat(SERVER.state())
        .contains(
            "\"ActorLinks\":[{\"ErpConnectionId\":1,\"CrmRecordId\":7,\"CrmActorType\":\"Contact\","
                + "\"ErpKey\":\"k\",\"ErpActorType\":\"Customer\"}]");
    assertThat(lastExchange().path("NamesInOtherCase")).hasToString(otherCase);
    assertThat(lastExchange().path("UnknownProperties")).isEmpty();
    assertThat(lastExchange().path("Violations")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SaveErpSyncConnectorEntity | {"erpConnectorId":0,"displayName":"x","uRL":"http://e/","deleted":false} | {"ErpConnectorId":2,"DisplayName":"x","URL":"http://e/","Deleted":false
          SaveErpConnectionSyncPriorities | {"erpConnectionIds":[1,0]} | "SyncPriorities":[1,0]
          SaveConnection | {"connection":{"erpConnectionId":1,"configFields":{"key":"a","Key":"b"},"tableRight":{"mask":15}}} | "ConfigFields":{"key":"a","Key":"b"}
          """)
  void losesNothing(String operation, String body, String stored) {
    assertThat(SERVER.call(operation, body).statusCode()).isEqualTo(200);
    assertThat(SERVER.state()).contains(stored);
  }

  @Test
  void isHeardWhereNoPropertyIsRequired() {
    SERVER.call("DeleteConnection", "{\"ErpConnectionId\":1}");
    assertThat(SERVER.call("GetAllConnections", "{\"includeDeleted\":true}").body())
        .contains("\"ErpConnectionId\":1");
    assertThat(SERVER.call("GetAllConnections", "{}").body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | {"Connection":{"Active":true,"active":false}} | request body, /Connection/active: given twice, as Active and active (rule uniqueNames, found boolean)
          application/xml | <a><Connection><Active>true</Active><active>false</active></Connection></a> | request body, /Connection/active: given twice, as Active and active (rule uniqueNames, found boolean)
          application/x-www-form-urlencoded | Connection.Active=true&Connection.active=false | request body, /Connection/active: given twice, as Active and active (rule uniqueNames, found boolean)
          application/x-www-form-urlencoded | Connection.Active=true&connection.ErpConnectionId=1 | request body, /connection: given twice, as Connection and connection (rule uniqueNames, found object)
          """)
  void twoNamesThatDifferInLetterCaseOnlyAreRejectedAndBothAreNamed(
      String type, String body, String detail) {
    String before = SERVER.state();
    HttpResponse<String> response = post("SaveConnection", type, body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "{\"Message\":\"The request is invalid.\",\"MessageDetail\":\"" + detail + "\"}");
    assertThat(SERVER.state()).isEqualTo(before);
  }

  @Test
  @Tag("D43")
  void namesInTheQueryAreReportedToo() throws Exception {
    String path = AGENT + "DeleteErpSyncConnectorEntity?ErpSyncConnectorEntityId=9";
    assertThat(SERVER.post(path, "null").statusCode()).isEqualTo(404);
    assertThat(lastExchange().path("NamesInOtherCase"))
        .hasToString("[\"?ErpSyncConnectorEntityId\"]");
  }

  @Test
  void countsInTheEmulatorControlToo() {
    SERVER.seed("{\"connectors\":[{\"erpConnectorId\":7,\"uRL\":\"http://seven\"}]}");
    assertThat(SERVER.state()).contains("\"ErpConnectorId\":7", "\"URL\":\"http://seven\"");
  }

  @ParameterizedTest
  @Tag("D46")
  @Tag("D49")
  @ValueSource(
      strings = {
        "GetConnection",
        "GetErpConnectionConfigFields",
        "GetErpSyncConnectionSummary",
        "GetErpSyncConnectorEntity?erpSyncConnectorEntityId=9"
      })
  void aReadOfWhatDoesNotExistReturnsNullInJsonAndXml(String operation) {
    String body = "{\"ErpConnectionId\":9,\"ErpSyncConnectionId\":9}";
    HttpResponse<String> json = SERVER.call(operation, body);
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(json.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=utf-8");
    assertThat(json.body()).isEqualTo("null");
    HttpResponse<String> xml =
        SERVER.send(
            SERVER
                .request(AGENT + operation)
                .header("Content-Type", "application/json")
                .header("Accept", "application/xml")
                .POST(BodyPublishers.ofString(body)));
    assertThat(xml.statusCode()).isEqualTo(200);
    assertThat(xml.body())
        .matches("<[?]xml [^>]*><\\w+ xmlns:xsi=\"[^\"]+/XMLSchema-instance\" xsi:nil=\"true\"/>");
  }

  private static JsonNode lastExchange() throws Exception {
    JsonNode exchanges =
        new ObjectMapper()
            .readTree(SERVER.send(SERVER.request("/_emulator/journal").GET()).body())
            .path("Exchanges");
    return exchanges.path(exchanges.size() - 1);
  }

  private static HttpResponse<String> post(String operation, String type, String body) {
    return SERVER.send(
        SERVER
            .request(AGENT + operation)
            .header("Content-Type", type)
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }
}
