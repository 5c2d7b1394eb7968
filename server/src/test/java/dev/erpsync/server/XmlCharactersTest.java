package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that XML 1.0 cannot hold, in requests of every encoding and in responses. */
@Tag("D9")
@Tag("D10")
@Tag("D12")
class XmlCharactersTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String AGENT = "/api/v1/Agents/ErpSync/";
  private static final String RULE =
      ": a character that XML 1.0 cannot hold (rule characters, found ";

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          json                  | {"Connection":{"DisplayName":"a\\u0001"}}              | /Connection/DisplayName | string
          json                  | {"Connection":{"DisplayName":"a\\u0000"}}              | /Connection/DisplayName | string
          json                  | {"Connection":{"DisplayName":"a\\ufffe"}}              | /Connection/DisplayName | string
          json                  | {"Connection":{"DisplayName":"a\\ud800"}}              | /Connection/DisplayName | string
          json                  | {"Connection":{"ConfigFields":{"k\\u001f":"v"}}}       | /Connection/ConfigFields/k\uFFFD | string
          json                  | {"Connection":{"ConfigFields":{"k":"\\u000b"}}}        | /Connection/ConfigFields/k | string
          json                  | {"Connection":{"Other":[1,{"x":"\\uffff"}]}}           | /Connection/Other/1/x   | string
          merge-patch+json      | {"Connection":{"DisplayName":"a\\u0001"}}              | /Connection/DisplayName | string
          json-patch+json       | [{"op":"add","path":"/Connection","value":{"DisplayName":"\\u0001"}}] | /0/value/DisplayName | string
          json-patch+json       | [{"op":"add","path":"/Connection\\u0001","value":{}}]  | /0/path                 | string
          x-www-form-urlencoded | Connection.DisplayName=a%01                            | /Connection/DisplayName | string
          x-www-form-urlencoded | Connection.ConfigFields.k%EF%BF%BE=v                   | /Connection/ConfigFields/k\uFFFD | string
          """)
  void areRejectedInBodiesWithTheirPlace(String type, String body, String pointer, String found) {
    for (String accept : new String[] {"application/json", "application/xml"}) {
      HttpResponse<String> answer =
          SERVER.send(
              SERVER
                  .request(AGENT + "SaveConnection")
                  .header("Content-Type", "application/" + type)
                  .header("Accept", accept)
                  .POST(BodyPublishers.ofString(body)));
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("request body, " + pointer + RULE + found + ")");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"&#1;", "&#0;", "&#xFFFE;", "&#xD800;", "\uFFFF"})
  void areNotWellFormedXml(String character) {
    String body = "<a><Connection><DisplayName>" + character + "</DisplayName></Connection></a>";
    HttpResponse<String> answer =
        SERVER.send(
            SERVER
                .request(AGENT + "SaveConnection")
                .header("Content-Type", "application/xml")
                .header("Accept", "application/xml")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not well-formed XML");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%24select=%01", "%24select=a%EF%BF%BF", "a%01=b"})
  void areRejectedInTheQuery(String query) {
    HttpResponse<String> answer =
        SERVER.send(
            SERVER
                .request(AGENT + "BreakActorLink?" + query)
                .header("Content-Type", "application/json")
                .header("Accept", "application/xml")
                .POST(BodyPublishers.ofString("{}")));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("request parameter ", RULE + "string)");
  }

  @ParameterizedTest
  @CsvSource({"application/xml", "text/xml", "application/json"})
  void areReplacedInTheMessageAboutAnUnknownPath(String accept) {
    var request = HttpRequest.newBuilder(SERVER.uri().resolve("/a%EF%BF%BEb"));
    HttpResponse<String> answer = SERVER.send(request.header("Accept", accept).GET());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Nothing is served at /a\uFFFDb.");
  }
}
