package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Contract;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that cannot be understood: what is said about them, and what is not. */
@Tag("D4")
@Tag("D5")
@Tag("D9")
class MalformedRequestTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BreakActorLink | {"ErpConnectionId":"1","CrmRecordId":1,"CrmActorType":"Contact"} | request body, /ErpConnectionId: not an integer (rule type, found string)
          BreakActorLink | {"ErpConnectionId":1.5,"CrmRecordId":1,"CrmActorType":"Contact"} | request body, /ErpConnectionId: not an integer (rule type, found number)
          BreakActorLink | {"ErpConnectionId":2147483648,"CrmRecordId":1,"CrmActorType":"Contact"} | request body, /ErpConnectionId: not from -2147483648 to 2147483647 (rule format, found integer)
          BreakActorLink | {"ErpConnectionId":1,"CrmActorType":"Contact"} | request body, /CrmRecordId: required (rule required, found nothing)
          BreakActorLink | {"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"secret"} | request body, /CrmActorType: not one of Unknown, Contact, Person, Project, Sale (rule enum, found string)
          BreakActorLink | {"ErpConnectionId":1,"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact"} | request body: not well-formed JSON at line 1, column 39
          BreakActorLink | {"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact"} secret | request body: not well-formed JSON at line 1, column 64
          BreakActorLink | {secret:1} | request body: not well-formed JSON at line 1, column 2
          BreakActorLink | '' | request body: nothing was sent
          BreakActorLink | null | request body: nothing was sent
          SaveConnection | {"Connection":null} | request body, /Connection: not an object (rule type, found null)
          SaveConnection | {"Connection":{"ConfigFields":{"password":1}}} | request body, /Connection/ConfigFields/password: not a string or null (rule type, found integer)
          """)
  void areToldSidePointerRuleAndTypeButNoValue(String operation, String json, String detail)
      throws Exception {
    HttpResponse<String> answer = SERVER.call(operation, json);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=utf-8");
    var expected =
        new ObjectMapper()
            .createObjectNode()
            .put("Message", "The request is invalid.")
            .put("MessageDetail", detail);
    assertThat(answer.body()).isEqualTo(expected.toString()).doesNotContain("secret");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"Accept-Language", "SO-Language", "SO-Culture", "SO-TimeZone", "SO-AppToken"})
  void areThoseWithALongerHeaderThanTheContractAllows(String header) {
    int limit = header.equals("SO-AppToken") ? 4000 : 254;
    HttpRequest.Builder request =
        SERVER
            .request("/api/v1/Agents/ErpSync/BreakActorLink")
            .header("Content-Type", "application/json")
            .header(header, "x".repeat(limit + 1))
            .POST(BodyPublishers.ofString("{}"));
    HttpResponse<String> answer = SERVER.send(request);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains(
            "request header %s, the value: longer than %d characters (rule maxLength, found string)"
                .formatted(header, limit));
  }

  @ParameterizedTest
  @ValueSource(strings = {"BreakActorLink", "Break%41ctorLink", "%42reakActorLink"})
  void areRecognizedHoweverThePathIsWritten(String path) {
    String agent = "/api/v1/Agents/ErpSync/";
    var empty = SERVER.request(agent + path).POST(BodyPublishers.noBody());
    assertThat(SERVER.send(empty).body()).contains("request body: nothing was sent");
    assertThat(SERVER.call(path + "?%24select=" + "x".repeat(4001), "{}").body())
        .contains("(rule maxLength, found string)");
  }

  @Test
  void areThoseWithALongerSelectThanTheContractAllows() {
    HttpResponse<String> answer = SERVER.call("BreakActorLink?%24select=" + "x".repeat(4001), "{}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("request parameter $select, the value:", "(rule maxLength, found string)");
  }

  @Test
  void areTheExampleOfTheContract() {
    String example =
        Contract.erpSync()
            .schema("MalformedRequest")
            .at("/properties/MessageDetail/example")
            .asText();
    String json = "{\"ErpConnectionId\":1,\"CrmRecordId\":\"1\",\"CrmActorType\":\"Contact\"}";
    assertThat(SERVER.call("BreakActorLink", json).body()).contains("\"" + example + "\"");
  }

  @Test
  void areRecognizedWithoutBodyAndContentType() {
    var request =
        SERVER.request("/api/v1/Agents/ErpSync/BreakActorLink").POST(BodyPublishers.noBody());
    assertThat(SERVER.send(request).statusCode()).isEqualTo(400);
    assertThat(SERVER.send(request).body()).contains("request body: nothing was sent");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"\\ud800\"}",
        "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\",\"a\\udc01\":1}",
        "{\"Later\":[{\"x\":\"\\udc01\\ud800\"}]}"
      })
  void mayNotHoldHalfACharacter(String json) {
    HttpResponse<String> answer = SERVER.call("BreakActorLink", json);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("request body");
  }

  @ParameterizedTest
  @Tag("D9")
  @ValueSource(
      strings = {
        "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\",\"a\":\"\\u0000\"}",
        "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\",\"a\\u0000\":1}"
      })
  void mayNotHoldTheCharacterThatNoDatabaseTextHolds(String json) {
    HttpResponse<String> answer = SERVER.call("BreakActorLink", json);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("request body, /a", ": a character that XML 1.0 cannot hold (rule characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0000FEFFFFFFFFFF00", "0000FFFE00", "FEFF0000", "C328", "FF"})
  void mayBeNoTextAtAll(String hex) {
    var request =
        SERVER
            .request("/api/v1/Agents/ErpSync/BreakActorLink")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(HexFormat.of().parseHex(hex)));
    assertThat(SERVER.send(request).statusCode()).isEqualTo(400);
  }

  @Test
  void mayHavePropertiesThatTheContractDoesNotKnow() {
    String json =
        "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\",\"Later\":{\"x\":[]}}";
    assertThat(SERVER.call("BreakActorLink", json).statusCode()).isEqualTo(200);
  }

  @Test
  void areNamedWholeWhenSeveralRulesAreBroken() {
    assertThat(SERVER.call("BreakActorLink", "{\"CrmActorType\":1}").body())
        .contains(
            "\"request body, /CrmActorType: not one of Unknown, Contact, Person, Project, Sale (rule"
                + " type, found integer); /ErpConnectionId: required (rule required, found"
                + " nothing); /CrmRecordId: required (rule required, found nothing)\"");
  }

  @Test
  void mayNotNestWithoutEnd() {
    String deep = "[".repeat(100) + "]".repeat(100);
    HttpResponse<String> answer = SERVER.call("BreakActorLink", deep);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("request body: nested too deeply, or a value too long");
  }
}
