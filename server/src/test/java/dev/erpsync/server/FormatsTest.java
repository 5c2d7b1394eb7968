package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.erpsync.server.http.request.Validation;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.codec.FormCodec;
import dev.erpsync.spec.codec.XmlCodec;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sample in every request type and every response type; and what an encoding gets wrong. */
@Tag("D10")
@Tag("D11")
@Tag("D12")
@Tag("D13")
class FormatsTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  @RegisterExtension static final RunningServer TOLERANT = new RunningServer(Validation.VENDOR);

  @RegisterExtension static final RunningServer STRICT = new RunningServer(Validation.STRICT);

  private static final Contract CONTRACT = Contract.erpSync();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BREAK = "/api/v1/Agents/ErpSync/BreakActorLink";

  @BeforeEach
  void seed() {
    Sample.all().forEach(sample -> SERVER.seed(sample.given().toString()));
  }

  @TestFactory
  @Tag("D4")
  Stream<DynamicTest> everyRequestTypeGetsTheSameValueInEveryResponseType() {
    return Stream.of(SERVER, TOLERANT, STRICT)
        .flatMap(
            server ->
                Sample.all().stream()
                    .flatMap(
                        sample ->
                            operation(sample).requestTypes().stream()
                                .flatMap(
                                    sent ->
                                        accepted(sample)
                                            .map(accept -> cell(server, sample, sent, accept)))));
  }

  private static DynamicTest cell(RunningServer server, Sample sample, String sent, String accept) {
    return dynamicTest(
        "%s, %s: %s -> %s".formatted(server.validation(), sample.name(), sent, accept),
        () -> {
          server.seed(sample.given().toString());
          var asJson = call(server, sample, "application/json", "application/json");
          server.seed(sample.given().toString());
          HttpResponse<String> answer = call(server, sample, sent, accept);
          assertThat(answer.statusCode()).as(answer.body()).isEqualTo(sample.status());
          if (sample.status() == 200) {
            assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue(accept + ";charset=utf-8");
            assertThat(value(sample, accept, answer.body()))
                .isEqualTo(JSON.readTree(asJson.body()));
          } else {
            assertThat(answer.body()).isEmpty();
          }
        });
  }

  private static Stream<String> accepted(Sample sample) {
    return sample.status() == 204
        ? Stream.of("application/json", "application/xml")
        : operation(sample).responseTypes(CONTRACT, 200).stream();
  }

  private static HttpResponse<String> call(
      RunningServer server, Sample sample, String sent, String accept) {
    return server.send(
        server
            .request(operation(sample).path())
            .header("Content-Type", sent)
            .header("Accept", accept)
            .POST(BodyPublishers.ofByteArray(encoded(sample, sent))));
  }

  private static byte[] encoded(Sample sample, String type) {
    JsonNode request = sample.request().body().orElseThrow();
    JsonPointer schema = operation(sample).requestSchema("application/json").orElseThrow();
    return switch (type) {
      case "application/xml", "text/xml" -> new XmlCodec(CONTRACT).write(schema, request);
      case "application/x-www-form-urlencoded" -> new FormCodec(CONTRACT).write(schema, request);
      case "application/json-patch+json" -> utf8(patch(request).toString());
      default -> utf8(request.toString());
    };
  }

  private static ArrayNode patch(JsonNode request) {
    ArrayNode patch = JSON.createArrayNode();
    request
        .properties()
        .forEach(
            p ->
                patch
                    .addObject()
                    .put("op", "add")
                    .put("path", "/" + p.getKey())
                    .set("value", p.getValue()));
    return patch;
  }

  private static JsonNode value(Sample sample, String type, String body) throws Exception {
    JsonPointer schema =
        operation(sample).responseSchema(CONTRACT, 200, "application/json").orElseThrow();
    return type.endsWith("xml")
        ? new XmlCodec(CONTRACT).read(schema, utf8(body))
        : JSON.readTree(body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/xml  | ''                                 | application/xml  | <boolean>true</boolean>
          text/xml         | */*                                | text/xml         | <boolean>true</boolean>
          application/xml  | application/json                   | application/json | true
          application/xml  | application/json;q=0, */*;q=0.1    | application/xml  | <boolean>true</boolean>
          application/xml  | application/xml;q=0, */*           | application/json | true
          text/xml         | text/xml;q=0.1, */*                | application/json | true
          text/xml         | text/*;q=0.1, */*;q=0.5            | application/json | true
          """)
  void whereAnyTypeWillDoTheAnswerHasThatOfTheRequest(
      String sent, String accept, String type, String body) {
    var request =
        SERVER
            .request(BREAK)
            .header("Content-Type", sent)
            .POST(
                BodyPublishers.ofString(
                    "<r xmlns='urn:any'><ErpConnectionId>510</ErpConnectionId>"
                        + "<CrmRecordId>473</CrmRecordId><CrmActorType>Contact</CrmActorType></r>"));
    if (!accept.isEmpty()) {
      request.header("Accept", accept);
    }
    HttpResponse<String> answer = SERVER.send(request);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(type + ";charset=utf-8");
    assertThat(answer.body()).endsWith(body);
  }

  @ParameterizedTest
  @Tag("D5")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          application/xml | <a><ErpConnectionId>x</ErpConnectionId><CrmRecordId>1</CrmRecordId><CrmActorType>Contact</CrmActorType></a> | /ErpConnectionId: not an integer (rule type, found string)
          application/xml | <!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a> | request body:
          application/xml | <a><b></a> | request body:
          application/x-www-form-urlencoded | ErpConnectionId=1&CrmRecordId=2147483648&CrmActorType=Contact | /CrmRecordId: not from -2147483648 to 2147483647 (rule format, found integer)
          application/x-www-form-urlencoded | ErpConnectionId=%zz | request body:
          application/x-www-form-urlencoded | CrmRecordId[x]=1 | request body: /CrmRecordId: has no parts
          application/json-patch+json | {} | request body, the value: not an array (rule type, found object)
          application/json-patch+json | [{"op":"ad","path":"/a"}] | request body, /0/op: not one of add, remove, replace, move, copy, test (rule enum, found string)
          application/json-patch+json | [{"op":"remove","path":"/a"}] | request body: operation 0 (/a): nothing is there
          application/json-patch+json | [{"op":"add","path":"/ErpConnectionId","value":"1"}] | /ErpConnectionId: not an integer (rule type, found string)
          application/json; charset=nonsense | {} | the charset is unknown
          """)
  void theSameRulesHoldInEveryEncoding(String type, String body, String detail) {
    HttpResponse<String> answer =
        SERVER.send(
            SERVER
                .request(BREAK)
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource({"application/json, UTF-16", "application/json, ISO-8859-1", "text/xml, ISO-8859-1"})
  void aRequestMayHaveTheCharsetThatItNames(String type, String charset) {
    String name = "Blåbær";
    String body =
        type.endsWith("xml")
            ? "<a><Connection><ErpConnectionId>816</ErpConnectionId><DisplayName>"
                + name
                + "</DisplayName></Connection></a>"
            : "{\"Connection\":{\"ErpConnectionId\":816,\"DisplayName\":\"" + name + "\"}}";
    HttpResponse<String> answer =
        SERVER.send(
            SERVER
                .request("/api/v1/Agents/ErpSync/SaveConnection?$select=DisplayName")
                .header("Content-Type", type + "; charset=" + charset)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body.getBytes(Charset.forName(charset)))));
    assertThat(answer.body()).contains("\"DisplayName\":\"" + name + "\"");
  }

  @Test
  @Tag("D5")
  @Tag("D8")
  void errorsAndSelectedAnswersAreXmlToo() {
    var request =
        SERVER
            .request("/api/v1/Agents/ErpSync/SaveConnection?$select=Active")
            .header("Content-Type", "application/json")
            .header("Accept", "text/xml");
    assertThat(SERVER.send(request.POST(BodyPublishers.ofString("{}"))).body())
        .contains("<MalformedRequest><Message>The request is invalid.</Message><MessageDetail>");
    String unknown = "{\"Connection\":{\"ErpConnectionId\":99}}";
    assertThat(SERVER.send(request.POST(BodyPublishers.ofString(unknown))).body())
        .contains("<ServiceError><Error>true</Error><ErrorType>SoNotFoundException</ErrorType>");
    String known = "{\"Connection\":{\"ErpConnectionId\":816}}";
    assertThat(SERVER.send(request.POST(BodyPublishers.ofString(known))).body())
        .contains("<ErpConnectionId xsi:nil=\"true\"/>", "<Active>false</Active>");
  }

  private static Operation operation(Sample sample) {
    return CONTRACT.operation(sample.operation()).orElseThrow();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
