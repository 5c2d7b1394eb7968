package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.http.request.Validation;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server at the level {@code vendor} understands. */
@Tag("D2")
@Tag("D3")
@Tag("D4")
class ToleranceTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer(Validation.VENDOR);

  private static final String CREATE = "/api/v1/Agents/ErpSync/CreateActorLink";

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
          application/json | {"erpConnectionID":"1","CrmRecordId":" 7","CrmActorType":"contact","ErpKey":10042,"ErpActorType":1}
          application/json | {"ErpConnectionId":9,"ErpConnectionId":1,"CrmRecordId":7,"CrmActorType":"1","ErpKey":"10042","ErpActorType":"CUSTOMER"} and more
          text/json        | {"ErpConnectionId":1,"CrmRecordId":9,"crmrecordid":7,"CrmActorType":1,"ErpKey":"10042","ErpActorType":" 1 "}
          application/merge-patch+json | {"ErpConnectionId":1,"CrmRecordId":7,"CrmActorType":1,"ErpKey":"10042","ErpActorType":1,"More":[]}
          application/json-patch+json | [{"op":"add","path":"","value":{"erpconnectionid":1,"CrmRecordId":"7","CrmActorType":1,"ErpKey":10042,"ErpActorType":1}}]
          application/xml  | <a><erpconnectionid>1</erpconnectionid><CrmRecordId>9</CrmRecordId><CrmRecordId>7</CrmRecordId><crmactortype>1</crmactortype><ErpKey>10042</ErpKey><ErpActorType>customer</ErpActorType></a>
          application/x-www-form-urlencoded | erpconnectionid=1&CrmRecordId=9&CrmRecordId=+7&crmactortype=1&ErpKey=10042&ErpActorType=customer
          """)
  void isUnderstoodInEveryEncodingAndStoredAsTheContractNamesIt(String type, String body) {
    assertThat(post(CREATE, type, body).body()).isEqualTo("true");
    assertThat(SERVER.state())
        .contains(
            "\"ActorLinks\":[{\"ErpConnectionId\":1,\"CrmRecordId\":7,\"CrmActorType\":\"Contact\","
                + "\"ErpKey\":\"10042\",\"ErpActorType\":\"Customer\"}]");
  }

  @Test
  void takesTheDefaultForAMissingScalar() {
    assertThat(SERVER.call("CreateActorLink", "{\"ErpKey\":\"k\"}").body()).isEqualTo("false");
    assertThat(SERVER.call("BreakActorLink", "{}").body()).isEqualTo("false");
  }

  @Test
  void keepsTheDigitsOfANumberThatBecomesAText() {
    SERVER.call(
        "SaveConnection",
        """
        {"connection":{"erpconnectionid":"1","displayname":1.50,"active":"TRUE","configfields":{"a":true}}}""");
    assertThat(SERVER.state())
        .contains(
            "\"DisplayName\":\"1.50\"", "\"Active\":true", "\"ConfigFields\":{\"a\":\"true\"}");
  }

  @ParameterizedTest
  @Tag("D5")
  @Tag("D9")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BreakActorLink | {"ErpConnectionId":1,}           | request body: not well-formed JSON at line 1, column 22
          BreakActorLink | null                             | request body: nothing was sent
          BreakActorLink | {"CrmRecordId":2147483648}       | request body, /CrmRecordId: not from -2147483648 to 2147483647 (rule format, found integer)
          BreakActorLink | {"CrmRecordId":1.0}              | request body, /CrmRecordId: not an integer (rule type, found number)
          BreakActorLink | {"crmactortype":99}              | request body, /CrmActorType: not one of Unknown, Contact, Person, Project, Sale (rule type, found integer)
          CreateActorLink | {}                              | request body, /ErpKey: required (rule required, found nothing)
          SaveConnection | {}                               | request body, /Connection: required (rule required, found nothing)
          SaveConnection | {"Connection":null}              | request body, /Connection: not an object (rule type, found null)
          SaveConnection | {"Connection":{"Active":"yes"}}  | request body, /Connection/Active: not a boolean or null (rule type, found string)
          """)
  void stillRefusesWhatCannotBeUnderstood(String operation, String json, String detail) {
    HttpResponse<String> answer = SERVER.call(operation, json);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"Message\":\"The request is invalid.\",\"MessageDetail\":\"" + detail + "\"}");
  }

  @Test
  void isNotExtendedToTheEmulatorControl() {
    assertThat(SERVER.post("/_emulator/seed", "{\"ActorLinks\":\"\"}").statusCode()).isEqualTo(400);
  }

  @Test
  @Tag("D6")
  void answersJsonWhereNothingElseIsAccepted() {
    var request =
        SERVER.request(CREATE).header("Content-Type", "application/json").header("Accept", "a/b");
    assertThat(SERVER.send(request.POST(BodyPublishers.ofString("{\"ErpKey\":\"k\"}"))).body())
        .isEqualTo("false");
  }

  private static HttpResponse<String> post(String path, String type, String body) {
    return SERVER.send(
        SERVER
            .request(path)
            .header("Content-Type", type)
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @Tag("D43")
  @CsvSource({"'', 400", "?erpSyncConnectorEntityId=x, 400", "?ERPSYNCconnectorEntityId=9, 200"})
  void anIdInTheQueryIsNotGuessed(String query, int status) {
    String path = "/api/v1/Agents/ErpSync/GetErpSyncConnectorEntity";
    assertThat(SERVER.post(path + query, "").statusCode()).isEqualTo(status);
  }
}
