package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.server.http.request.Validation;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server at the level {@code strict} refuses. */
@Tag("D4")
@Tag("D5")
class StrictTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer(Validation.STRICT);

  private static final String AGENT = "/api/v1/Agents/ErpSync/";
  private static final String LINK =
      "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | {"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact","Later":1}
          text/json | {"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact","Later":"secret"}
          application/merge-patch+json | {"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact","Later":{"x":1}}
          application/json-patch+json | [{"op":"add","path":"","value":{"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact"}},{"op":"add","path":"/Later","value":1}]
          application/xml | <a><ErpConnectionId>1</ErpConnectionId><CrmRecordId>1</CrmRecordId><CrmActorType>Contact</CrmActorType><Later>secret</Later></a>
          text/xml | <a><Later/><ErpConnectionId>1</ErpConnectionId><CrmRecordId>1</CrmRecordId><CrmActorType>Contact</CrmActorType></a>
          application/x-www-form-urlencoded | ErpConnectionId=1&CrmRecordId=1&CrmActorType=Contact&Later=secret
          """)
  void refusesAnUnknownPropertyAtTheSamePlaceInEveryEncoding(String type, String body) {
    HttpResponse<String> answer = post("BreakActorLink", type, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "\"request body, /Later: unknown; known are ErpConnectionId, CrmRecordId, CrmActorType"
                + " (rule additionalProperties, found ")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"Connection":{"ErpConnectionId":1,"actif":true}} | /Connection/actif
          {"Connection":{"FieldProperties":{"k":{"FieldRight":{"masque":"R"}}}}} | /Connection/FieldProperties/k/FieldRight/masque
          """)
  void refusesAnUnknownPropertyAtAnyDepth(String json, String pointer) {
    HttpResponse<String> answer = SERVER.call("SaveConnection", json);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("request body, " + pointer + ": unknown; known are ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ?select=Active     | select
          ?$select=a&x/y=secret | x/y
          ?$Selected=Active  | $Selected
          """)
  void refusesAnUnknownQueryParameter(String query, String pointer) {
    HttpResponse<String> answer = SERVER.post(AGENT + "BreakActorLink" + query, LINK);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            "{\"Message\":\"The request is invalid.\",\"MessageDetail\":\"request parameter %s, the value: unknown; known are $select (rule parameters, found string)\"}"
                .formatted(pointer));
  }

  @ParameterizedTest
  @Tag("D6")
  @CsvSource({"image/png", "nonsense", "'application/json;q=0'"})
  void refusesAnAcceptThatCannotBeMetAndSaysSoInJson(String accept) {
    HttpResponse<String> answer = accepting("BreakActorLink", accept, LINK);
    assertThat(answer.statusCode()).isEqualTo(406);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            "{\"Error\":true,\"ErrorType\":\"ArgumentException\",\"Message\":\"%1$s\",\"ErrorMessage\":\"%1$s\",\"ErrorSource\":\"erpsync\"}"
                .formatted(
                    "None of the accepted media types can be answered; there are application/json,"
                        + " text/json, application/xml, text/xml, application/json-patch+json,"
                        + " application/merge-patch+json."));
  }

  @Test
  @Tag("D1")
  void takesAnyAcceptWhereTheAnswerHasNoBody() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1}],"Connections":[{"ErpConnectionId":1,"ErpConnectorId":1}]}""");
    String body =
        "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\",\"ErpKey\":\"k\",\"ErpActorType\":\"Customer\"}";
    assertThat(accepting("ConnectActor", "image/png", body).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @Tag("D6")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SaveConnection | {"Connection":{"ErpConnectionId":9}} | 404
          BreakActorLink | {"ErpConnectionId":"1"}              | 400
          BreakActorLink | {"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact"} | 200
          NoSuchOperation | {}                                  | 404
          """)
  void answersErrorsThatTheContractAllows(String operation, String json, int status) {
    assertThat(SERVER.call(operation, json).statusCode()).isEqualTo(status);
  }

  @Test
  @Tag("D6")
  void answersTheChallengeThatTheContractRequires() {
    var request =
        HttpRequest.newBuilder(SERVER.uri().resolve(AGENT + "BreakActorLink"))
            .POST(BodyPublishers.ofString(LINK));
    assertThat(SERVER.send(request).statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> accepting(String operation, String accept, String json) {
    return SERVER.send(
        SERVER
            .request(AGENT + operation)
            .header("Content-Type", "application/json")
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(json)));
  }

  private static HttpResponse<String> post(String operation, String type, String body) {
    return SERVER.send(
        SERVER
            .request(AGENT + operation)
            .header("Content-Type", type)
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | {"erpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact"} | /erpConnectionId: the name is ErpConnectionId, not erpConnectionId (rule letterCase, found integer)
          application/xml | <a><erpConnectionId>1</erpConnectionId><CrmRecordId>1</CrmRecordId><CrmActorType>Contact</CrmActorType></a> | /erpConnectionId: the name is ErpConnectionId, not erpConnectionId (rule letterCase, found integer)
          application/x-www-form-urlencoded | erpConnectionId=1&CrmRecordId=1&CrmActorType=Contact | /erpConnectionId: the name is ErpConnectionId, not erpConnectionId (rule letterCase, found integer)
          application/json-patch+json | [{"op":"add","path":"/erpConnectionId","value":1},{"op":"add","path":"/CrmRecordId","value":1},{"op":"add","path":"/CrmActorType","value":"Contact"}] | /0/path: the name is ErpConnectionId, not erpConnectionId (rule letterCase, found string)
          """)
  void rejectsANameInAnotherLetterCaseWithTheRightSpelling(
      String type, String body, String detail) {
    HttpResponse<String> response = post("BreakActorLink", type, body);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body())
        .isEqualTo(
            "{\"Message\":\"The request is invalid.\",\"MessageDetail\":\"request body, %s\"}"
                .formatted(detail));
  }

  @ParameterizedTest
  @Tag("D42")
  @ValueSource(strings = {"", "null", " null\n"})
  void acceptsNullAsNoBody(String body) {
    assertThat(SERVER.post(AGENT + "GetAllConnectors", body).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @Tag("D42")
  @ValueSource(strings = {"{}", "x", "null null"})
  void refusesABodyWhereNoneBelongs(String body) {
    assertThat(SERVER.post(AGENT + "GetAllConnectors", "").statusCode()).isEqualTo(200);
    HttpResponse<String> answer = SERVER.post(AGENT + "GetAllConnectors", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("request body, the value: nothing belongs here (rule content, found a body)");
  }
}
