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

/** Request bodies that are expensive to read or check are rejected early. */
@Tag("D4")
@Tag("D9")
class HostileBodiesTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension static final RunningServer VENDOR = new RunningServer(Validation.VENDOR);

  private static final String SAVE = "/api/v1/Agents/ErpSync/SaveConnection";

  @Test
  void theFirstOfVeryManyViolationsAreNamed() {
    String ids = "\"x\",".repeat(200_000) + "1";
    var answer = SERVER.post(SAVE, "{\"Connection\":{\"UserGroupAccessIds\":[" + ids + "]}}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("request body, /Connection/UserGroupAccessIds/0: not an integer (rule type");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          json             | {"CrmActorType":1e309}                 | /CrmActorType
          json             | {"CrmActorType":-1e309}                | /CrmActorType
          json             | {"CrmActorType":1.5e2000000}           | /CrmActorType
          json             | {"CrmActorType":1e999999999}           | /CrmActorType
          json             | {"ErpConnectionId":1e999999999}        | /ErpConnectionId
          json             | {"ErpConnectionId":1e99999999999999999999} | /ErpConnectionId
          json             | {"Other":{"a/b":[0,1e999999999]}}      | /Other/a~1b/1
          merge-patch+json | {"CrmActorType":1e999999999}           | /CrmActorType
          json-patch+json  | [{"op":"add","path":"/CrmActorType","value":1e999999999}] | /0/value
          json-patch+json  | [{"op":"test","path":"","value":{"a":1e999999999}}] | /0/value/a
          """)
  void numbersBeyondTheRangeOfADoubleAreRejectedAtEveryLevel(
      String type, String body, String pointer) {
    for (RunningServer server : new RunningServer[] {SERVER, VENDOR}) {
      HttpResponse<String> answer = post(server, type, body);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body())
          .satisfiesAnyOf(
              text ->
                  assertThat(text)
                      .contains(
                          "request body, "
                              + pointer
                              + ": not in the range of a 64-bit float (rule range, found number)"),
              text ->
                  assertThat(text).contains("request body: a number with too long an exponent"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          "{\"CrmActorType\":1e-999999999} | /CrmActorType\n"
              + "{\"Active\":0e999999999} | /Active")
  void exponentsOfSmallNumbersAreBoundedWhereDigitsAreKept(String body, String pointer) {
    assertThat(post(VENDOR, "json", body).body())
        .contains("request body, " + pointer + ": not in the range of a 64-bit float");
  }

  private static HttpResponse<String> post(RunningServer server, String type, String body) {
    HttpRequest.Builder request =
        server
            .request("/api/v1/Agents/ErpSync/BreakActorLink")
            .header("Content-Type", "application/" + type)
            .header("Accept", "application/json");
    return server.send(request.POST(BodyPublishers.ofString(body)));
  }
}
