package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Saving connections, when connectors 1 and 2 exist, 3 is deleted, and connection 7 is stored. */
class SaveConnectionTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORED =
      """
      {"ErpConnectionId":7,"ErpConnectorId":1,"DisplayName":"US:\\"Name\\"","DisplayDescription":"text",\
      "Active":true,"ConnectionId":"guid-7","MostRecentTimestamp":"t","ConfigFields":{"b":"1","a":null},\
      "Deleted":false,"AllAccess":false,"UserGroupAccessIds":[3,3,1],"AssociateAccessIds":[2]}""";

  @BeforeEach
  void seed() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1},{"ErpConnectorId":2},{"ErpConnectorId":3,"Deleted":true}],
         "Connections":[%s]}
        """
            .formatted(STORED));
  }

  @Test
  @Tag("D35")
  void aNewConnectionGetsIdGuidAndDefaults() throws Exception {
    JsonNode saved = saved("{\"ErpConnectionId\":0,\"ErpConnectorId\":2,\"ConnectionId\":\" \"}");
    assertThat(saved.path("ErpConnectionId").intValue()).isEqualTo(8);
    assertThat(saved.path("ConnectionId").textValue())
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(wire(saved).without(java.util.List.of("ErpConnectionId", "ConnectionId")).toString())
        .isEqualTo(
            """
            {"ErpConnectorId":2,"DisplayName":null,"DisplayDescription":null,"Active":false,\
            "MostRecentTimestamp":null,"ConfigFields":{},"Deleted":false,"AllAccess":false,\
            "UserGroupAccessIds":[],"AssociateAccessIds":[]}""");
  }

  @Test
  @Tag("D35")
  void aNewConnectionGetsAFreeIdWhenTheHighestIsTaken() throws Exception {
    SERVER.seed("{\"Connections\":[{\"ErpConnectionId\":2147483647,\"ErpConnectorId\":1}]}");
    assertThat(saved("{\"ErpConnectorId\":1}").path("ErpConnectionId").intValue()).isEqualTo(1);
    assertThat(saved("{\"ErpConnectorId\":1}").path("ErpConnectionId").intValue()).isEqualTo(2);
  }

  @Test
  @Tag("D35")
  @Tag("D20")
  void whatIsSavedIsAnsweredAndReadBack() throws Exception {
    String changed =
        STORED
            .replace("\"1\"", "\"2\"")
            .replace("[3,3,1]", "[9,9]")
            .replace("\"text\"", "\"\"")
            .replace("\"Active\":true", "\"Active\":false");
    assertThat(wire(saved(changed)).toString()).isEqualTo(changed);
    assertThat(SERVER.state()).contains(changed.substring(0, changed.length() - 1));
  }

  @Test
  @Tag("D22")
  void whatIsAbsentOrNullStaysAsItIs() throws Exception {
    JsonNode saved =
        saved(
            "{\"ErpConnectionId\":7,\"DisplayName\":null,\"UserGroupAccessIds\":null,\"Active\":false}");
    assertThat(wire(saved).toString())
        .isEqualTo(STORED.replace("\"Active\":true", "\"Active\":false"));
  }

  @Test
  @Tag("D35")
  void theGuidNeverChanges() throws Exception {
    assertThat(
            saved("{\"ErpConnectionId\":7,\"ConnectionId\":\"another\"}")
                .path("ConnectionId")
                .textValue())
        .isEqualTo("guid-7");
  }

  @Test
  @Tag("D36")
  void aDeletedConnectionCanBeTakenBackWithItsLinks() throws Exception {
    String link =
        "{\"ErpConnectionId\":7,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\",\"ErpKey\":\"k\",\"ErpActorType\":\"Customer\"}";
    String crmSide = "{\"ErpConnectionId\":7,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}";
    assertThat(SERVER.call("CreateActorLink", link).body()).isEqualTo("true");
    saved("{\"ErpConnectionId\":7,\"Deleted\":true}");
    assertThat(SERVER.call("BreakActorLink", crmSide).body()).isEqualTo("false");
    saved("{\"ErpConnectionId\":7,\"Deleted\":false}");
    assertThat(SERVER.call("BreakActorLink", crmSide).body()).isEqualTo("true");
  }

  @Test
  @Tag("D18")
  void theRightsAreBuiltFromTheContractAndIgnoredOnInput() throws Exception {
    JsonNode saved =
        saved(
            "{\"ErpConnectionId\":7,\"TableRight\":{\"Mask\":15},\"FieldProperties\":{\"x\":{}}}");
    assertThat(saved.path("TableRight").toString())
        .isEqualTo("{\"Mask\":\"FULL\",\"Reason\":\"\"}");
    JsonNode properties = saved.path("FieldProperties");
    assertThat(properties.size()).isEqualTo(12);
    assertThat(properties.path("DisplayName").toString()).isEqualTo(property("System.String", 254));
    assertThat(properties.path("ErpConnectionId").toString())
        .isEqualTo(property("System.Int32", 4));
    assertThat(properties.path("Active").toString()).isEqualTo(property("System.Boolean", 1));
    assertThat(properties.path("AssociateAccessIds").toString())
        .isEqualTo(property("System.Int32[]", 0));
    assertThat(properties.path("ConfigFields").toString()).isEqualTo(property("System.Object", 0));
  }

  @ParameterizedTest(name = "{0}")
  @Tag("D6")
  @Tag("D35")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"ErpConnectionId":9,"ErpConnectorId":1}      | 404 | SoNotFoundException         | Connection 9 does not exist.
          {"ErpConnectionId":-1,"ErpConnectorId":1}     | 404 | SoNotFoundException         | Connection -1 does not exist.
          {"ErpConnectorId":9}                          | 404 | SoNotFoundException         | Connector 9 does not exist.
          {"ErpConnectorId":3}                          | 404 | SoNotFoundException         | Connector 3 does not exist.
          {"ErpConnectionId":7,"ErpConnectorId":9}      | 404 | SoNotFoundException         | Connector 9 does not exist.
          {"ErpConnectorId":1,"ConnectionId":"guid-7"}  | 409 | SoIllegalOperationException | ConnectionId 'guid-7' belongs to connection 7.
          """)
  void whatCannotBeSavedIsRefusedAndLeavesNothing(
      String connection, int status, String type, String message) {
    String before = SERVER.state();
    HttpResponse<String> answer = save(connection);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body())
        .isEqualTo(
            "{\"Error\":true,\"ErrorType\":\"%1$s\",\"Message\":\"%2$s\",\"ErrorMessage\":\"%2$s\",\"ErrorSource\":\"erpsync\"}"
                .formatted(type, message));
    assertThat(SERVER.state()).isEqualTo(before);
  }

  private static HttpResponse<String> save(String connection) {
    return SERVER.call("SaveConnection", "{\"Connection\":" + connection + "}");
  }

  private static JsonNode saved(String connection) throws Exception {
    HttpResponse<String> answer = save(connection);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static ObjectNode wire(JsonNode saved) {
    return saved.<ObjectNode>deepCopy().without(java.util.List.of("TableRight", "FieldProperties"));
  }

  private static String property(String type, int length) {
    return "{\"FieldRight\":{\"Mask\":\"Update\",\"Reason\":\"\"},\"FieldType\":\"%s\",\"FieldLength\":%d}"
        .formatted(type, length);
  }
}
