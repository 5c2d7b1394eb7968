package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.server.http.request.Validation;
import dev.erpsync.spec.Contract;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written down of an exchange, and what is not. */
@Tag("D4")
class JournalTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension static final RunningServer TOLERANT = new RunningServer(Validation.VENDOR);

  private static final String BREAK = "/api/v1/Agents/ErpSync/BreakActorLink";
  private static final String LINK =
      "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"%s}";

  @Test
  void isEmptyAfterAResetAndSaysNothingOfTheControlItself() throws Exception {
    SERVER.state();
    assertThat(journal(SERVER)).isEmpty();
    SERVER.call("BreakActorLink", LINK.formatted(""));
    assertThat(journal(SERVER)).hasSize(1);
    SERVER.send(SERVER.request("/_emulator/reset").POST(BodyPublishers.noBody()));
    assertThat(journal(SERVER)).isEmpty();
    SERVER.call("BreakActorLink", LINK.formatted(""));
    assertThat(journal(SERVER).path(0).path("Number").longValue()).isEqualTo(1);
  }

  @Test
  void tellsWhatWasCalledAndHowItWentInTheOrderOfTheAnswers() throws Exception {
    HttpResponse<String> done = SERVER.call("BreakActorLink", LINK.formatted(""));
    HttpResponse<String> lost = SERVER.call("NoSuchOperation", "{}");
    JsonNode first = journal(SERVER).path(0);
    assertThat(Instant.parse(first.path("Time").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(first.path("DurationMicros").isIntegralNumber()).isTrue();
    assertThat(withoutTimes(first))
        .isEqualTo(
            "{\"Number\":1,\"RequestId\":\"%s\",\"Method\":\"POST\",\"Path\":\"%s\",\"OperationId\":\"BreakActorLink\",\"Status\":200,\"RequestType\":\"application/json\",\"ResponseType\":\"application/json\",\"Violations\":[],\"UnknownProperties\":[],\"NamesInOtherCase\":[]}"
                .formatted(id(done), BREAK));
    assertThat(withoutTimes(journal(SERVER).path(1)))
        .isEqualTo(
            "{\"Number\":2,\"RequestId\":\"%s\",\"Method\":\"POST\",\"Path\":\"/api/v1/Agents/ErpSync/NoSuchOperation\",\"OperationId\":null,\"Status\":404,\"RequestType\":\"application/json\",\"ResponseType\":\"application/json\",\"Violations\":[],\"UnknownProperties\":[],\"NamesInOtherCase\":[]}"
                .formatted(id(lost)));
  }

  @ParameterizedTest
  @Tag("D5")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/json | {"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"s3cret"} | [{"Side":"request body","Pointer":"/CrmActorType","Rule":"enum"}]
          application/xml | <a><ErpConnectionId>1</ErpConnectionId><CrmRecordId>1</CrmRecordId><CrmActorType>s3cret</CrmActorType></a> | [{"Side":"request body","Pointer":"/CrmActorType","Rule":"enum"}]
          application/x-www-form-urlencoded | ErpConnectionId=1&CrmRecordId=1&CrmActorType=s3cret | [{"Side":"request body","Pointer":"/CrmActorType","Rule":"enum"}]
          application/json-patch+json | [{"op":"add","path":"","value":{"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"s3cret"}}] | [{"Side":"request body","Pointer":"/CrmActorType","Rule":"enum"}]
          application/json | {s3cret | [{"Side":"request body","Pointer":"","Rule":"syntax"}]
          """)
  void namesWhatIsBrokenAtTheSamePlaceInEveryEncoding(String type, String body, String violations)
      throws Exception {
    post(SERVER, BREAK + "?%24select=s3cret", type, body);
    assertThat(journal(SERVER).path(0).path("Violations")).hasToString(violations);
    assertThat(journal(SERVER).toString()).doesNotContain("s3cret", "dGpl");
  }

  @Test
  void namesUnknownPropertiesThatWereIgnored() throws Exception {
    for (RunningServer server : new RunningServer[] {SERVER, TOLERANT}) {
      post(server, BREAK, "application/json", LINK.formatted(",\"Later\":{\"x\":\"s3cret\"}"));
      JsonNode exchange = journal(server).path(0);
      assertThat(exchange.path("Status").intValue()).isEqualTo(200);
      assertThat(exchange.path("UnknownProperties")).hasToString("[\"/Later\"]");
      assertThat(exchange.toString()).doesNotContain("s3cret");
    }
  }

  @Test
  void showsThatCredentialsWereRefusedWithoutShowingThem() throws Exception {
    var request =
        HttpRequest.newBuilder(SERVER.uri().resolve(BREAK))
            .header("Authorization", "Basic s3cret")
            .POST(BodyPublishers.ofString("{}"));
    SERVER.send(request);
    assertThat(journal(SERVER).path(0).path("Status").intValue()).isEqualTo(401);
    assertThat(journal(SERVER).path(0).path("RequestType").isNull()).isTrue();
    assertThat(journal(SERVER).toString()).doesNotContain("s3cret");
  }

  @Test
  void keepsTheLastThousandAndOnlyTheBeginningOfWhatIsLong() throws Exception {
    String many = ",\"a\":1".replace("a", "a".repeat(300) + "%d");
    var more = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      more.append(many.formatted(i));
    }
    for (int i = 0; i < 1_001; i++) {
      SERVER.call("BreakActorLink", LINK.formatted(i < 1_000 ? "" : more));
    }
    JsonNode exchanges = journal(SERVER);
    assertThat(exchanges).hasSize(1_000);
    assertThat(exchanges.path(0).path("Number").longValue()).isEqualTo(2);
    assertThat(exchanges.path(999).path("UnknownProperties")).hasSize(20);
    assertThat(exchanges.path(999).at("/UnknownProperties/0").asText()).hasSize(201);
  }

  /** The exchanges of an answer that the contract allows. */
  private static JsonNode journal(RunningServer server) throws Exception {
    HttpResponse<String> answer = server.send(server.request("/_emulator/journal").GET());
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode journal = new ObjectMapper().readTree(answer.body());
    assertThat(Contract.emulator().check("EmulatorJournal", journal)).isEmpty();
    return journal.path("Exchanges");
  }

  private static String withoutTimes(JsonNode exchange) {
    ObjectNode rest = exchange.deepCopy();
    return rest.without(List.of("Time", "DurationMicros")).toString();
  }

  private static String id(HttpResponse<String> answer) {
    return answer.headers().firstValue("X-Request-Id").orElseThrow();
  }

  private static void post(RunningServer server, String path, String type, String body) {
    server.send(
        server.request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
  }
}
