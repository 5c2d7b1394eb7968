package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts in several languages, in the answers to SaveConnection. */
@Tag("D14")
class LanguageTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SAVE = "/api/v1/Agents/ErpSync/SaveConnection";
  private static final String TEXT = "NO:\"Leverandør\";US:\"Supplier\";SW:\"Leverantör\"";

  @BeforeEach
  void seed() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1}],"Connections":[{"ErpConnectionId":7,"ErpConnectorId":1}]}""");
  }

  @ParameterizedTest(name = "[{index}] {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          US:"Supplier";NO:"Leverandør"            | Leverandør
          US:"Supplier";NO:"Leverandør";           | Leverandør
          US:"Supplier",NO:"Leverandør"            | Leverandør
          US: "Supplier", NO: "Leverandør"         | Leverandør
          US:"Supplier"NO:"Leverandør"             | Leverandør
          US:"Supplier" NO:"Leverandør"            | Leverandør
          US : "Supplier" ; NO : "Leverandør" ,    | Leverandør
          ` NO:"Leverandør" `                      | Leverandør
          NO:"Leverandør"                          | Leverandør
          NO:"19" skap";US:"19" rack"              | 19" skap
          NO:"a; b, c: d";US:"x"                   | a; b, c: d
          NO:"";US:"Supplier"                      | ``
          NO:"første";NO:"andre"                   | første
          GE:"Lieferant";US:"Supplier"             | Supplier
          GE:"Lieferant";FR:"Fournisseur"          | Lieferant
          XX:"?";US:"Supplier"                     | Supplier
          Leverandør                               | Leverandør
          ``                                       | ``
          NO:Leverandør                            | NO:Leverandør
          NO:"Leverandør                           | NO:"Leverandør
          NO:"Leverandør";US:"Supplier             | NO:"Leverandør";US:"Supplier
          NO:"Leverandør";;US:"Supplier"           | NO:"Leverandør";;US:"Supplier"
          NO:"a"; b";US:"Supplier"                 | NO:"a"; b";US:"Supplier"
          NO:"Leverandør";US:"Supplier";etc        | NO:"Leverandør";US:"Supplier";etc
          Type: NO:"Leverandør"                    | Type: NO:"Leverandør"
          no:"Leverandør";us:"Supplier"            | no:"Leverandør";us:"Supplier"
          NOR:"Leverandør"                         | NOR:"Leverandør"
          """)
  void areAnsweredInTheLanguageThatIsAskedFor(String text, String answered) throws Exception {
    assertThat(saved(text, "SO-Language", "nb-NO").path("DisplayName").textValue())
        .isEqualTo(answered);
  }

  @ParameterizedTest(name = "SO-Language: {0}, Accept-Language: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          -         | en                       | Supplier
          -         | EN                       | Supplier
          -         | en-GB                    | Supplier
          -         | no                       | Leverandør
          -         | nb                       | Leverandør
          -         | nn-NO                    | Leverandør
          -         | sv-FI                    | Leverantör
          -         | sv-x-a                   | Leverantör
          -         | sw                       | Supplier
          -         | SW                       | Supplier
          -         | US                       | Supplier
          -         | de                       | Supplier
          -         | fr,de,ru,zh              | Supplier
          -         | de,sv                    | Leverantör
          -         | nb-NO,nb;q=0.9,en;q=0.8  | Leverandør
          -         | en;q=0.5,sv;q=0.7        | Leverantör
          -         | en;q=0.500 , no; Q=1     | Leverandør
          -         | no;q=0,sv;q=0.1          | Leverantör
          -         | no;q=1.5,sv              | Leverantör
          -         | no;q=,sv                 | Leverantör
          -         | sv,*;q=0.1               | Leverantör
          -         | sv, n b, ,@,en_US        | Leverantör
          -         | en-us; en-gb             | Supplier
          nb-no     | en-us; en-gb             | Leverandør
          sv        | en                       | Leverantör
          sv;q=0.1  | en                       | Leverantör
          `  `      | sv                       | Leverantör
          -         | -                        | untouched
          -         | *                        | untouched
          -         | no;q=0                   | untouched
          -         | @                        | untouched
          -         | nb_NO                    | untouched
          -         | -en                      | untouched
          *         | en                       | untouched
          x         | en                       | untouched
          X         | en                       | untouched
          *         | -                        | untouched
          """)
  void areAnsweredInTheBestLanguageOfTheHeaders(String own, String accepted, String answered)
      throws Exception {
    var request = request(TEXT);
    if (own != null) {
      request.header("SO-Language", own);
    }
    if (accepted != null) {
      request.header("Accept-Language", accepted);
    }
    JsonNode connection = JSON.readTree(ok(request).body());
    String expected = answered.equals("untouched") ? TEXT : answered;
    assertThat(connection.path("DisplayName").textValue()).isEqualTo(expected);
    assertThat(connection.path("DisplayDescription").textValue()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "CN, zh", "CZ, cs", "DA, da", "FI, fi", "FR, fr", "GE, de", "IT, it", "JP, ja", "NL, nl",
    "NO, no", "PL, pl", "RU, ru", "SP, es", "SW, sv", "US, en", "KO, ko", "VI, vi", "GE, GE",
  })
  void areKnownBySuperOfficesCodes(String code, String language) throws Exception {
    String text = "XX:\"other\";%s:\"wanted\"".formatted(code);
    assertThat(saved(text, "Accept-Language", language).path("DisplayName").textValue())
        .isEqualTo("wanted");
  }

  @Test
  void areTakenFromSeveralLinesOfAHeader() throws Exception {
    var request =
        request(TEXT).header("Accept-Language", "de").header("Accept-Language", "sv;q=0.9");
    assertThat(JSON.readTree(ok(request).body()).path("DisplayName").textValue())
        .isEqualTo("Leverantör");
  }

  @Test
  void areStoredAsTheyWereSent() throws Exception {
    assertThat(saved(TEXT, "SO-Language", "no").path("DisplayName").textValue())
        .isEqualTo("Leverandør");
    JsonNode stored = JSON.readTree(SERVER.state()).at("/Connections/0/DisplayName");
    assertThat(stored.textValue()).isEqualTo(TEXT);
  }

  @Test
  void areShownAsStoredByTheEmulatorControl() {
    ok(request(TEXT));
    String asked =
        SERVER.send(SERVER.request("/_emulator/state").header("SO-Language", "no").GET()).body();
    assertThat(asked).isEqualTo(SERVER.state()).contains("NO:\\\"Leverandør\\\"");
  }

  @Test
  void areOnlyThoseThatTheContractMarks() throws Exception {
    String connection =
        """
        {"Connection":{"ErpConnectionId":7,"MostRecentTimestamp":%1$s,"ConfigFields":{"DisplayName":%1$s}}}"""
            .formatted(JSON.writeValueAsString(TEXT));
    var request =
        SERVER
            .request(SAVE)
            .header("Content-Type", "application/json")
            .header("SO-Language", "no")
            .POST(BodyPublishers.ofString(connection));
    JsonNode answer = JSON.readTree(ok(request).body());
    assertThat(answer.path("MostRecentTimestamp").textValue()).isEqualTo(TEXT);
    assertThat(answer.at("/ConfigFields/DisplayName").textValue()).isEqualTo(TEXT);
  }

  @Test
  void areResolvedAfterSelecting() {
    var request =
        SERVER
            .request(SAVE + "?$select=DisplayName,Active")
            .header("Content-Type", "application/json")
            .header("SO-Language", "no")
            .POST(BodyPublishers.ofString(body(TEXT)));
    assertThat(ok(request).body())
        .isEqualTo(
            """
            {"ErpConnectionId":null,"ErpConnectorId":null,"DisplayName":"Leverandør",\
            "DisplayDescription":null,"Active":false,"ConnectionId":null,\
            "MostRecentTimestamp":null,"ConfigFields":null,"Deleted":null,"AllAccess":null,\
            "UserGroupAccessIds":null,"AssociateAccessIds":null,"TableRight":null,\
            "FieldProperties":null}""");
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, '\"DisplayName\":\"Leverandør\"'",
    "text/json, '\"DisplayName\":\"Leverandør\"'",
    "application/merge-patch+json, '\"DisplayName\":\"Leverandør\"'",
    "application/json-patch+json, '\"DisplayName\":\"Leverandør\"'",
    "application/xml, <DisplayName>Leverandør</DisplayName>",
    "text/xml, <DisplayName>Leverandør</DisplayName>",
  })
  void areResolvedInEveryFormat(String accepted, String part) {
    var request = request(TEXT).header("SO-Language", "no").header("Accept", accepted);
    HttpResponse<String> answer = ok(request);
    assertThat(answer.body()).contains(part).doesNotContain("Supplier");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(accepted + ";charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Language")).isEmpty();
  }

  @Test
  @Tag("D24")
  void haveNoEffectOnBareValuesAndErrors() {
    String link = "{\"ErpConnectionId\":7,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\"}";
    var broken =
        SERVER
            .request("/api/v1/Agents/ErpSync/BreakActorLink")
            .header("Content-Type", "application/json")
            .header("Accept-Language", "no")
            .POST(BodyPublishers.ofString(link));
    assertThat(ok(broken).body()).isEqualTo("false");
    var refused =
        SERVER
            .request(SAVE)
            .header("Content-Type", "application/json")
            .header("Accept-Language", "no")
            .POST(BodyPublishers.ofString("{\"Connection\":{\"ErpConnectionId\":8}}"));
    assertThat(SERVER.send(refused).body())
        .contains("\"ErrorMessage\":\"Connection 8 does not exist.\"");
  }

  private static JsonNode saved(String text, String header, String value) throws Exception {
    return JSON.readTree(ok(request(text).header(header, value)).body());
  }

  private static HttpRequest.Builder request(String text) {
    return SERVER
        .request(SAVE)
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(BodyPublishers.ofString(body(text)));
  }

  private static String body(String text) {
    return JSON.createObjectNode()
        .set(
            "Connection",
            JSON.createObjectNode()
                .put("ErpConnectionId", 7)
                .put("DisplayName", text)
                .put("DisplayDescription", text))
        .toString();
  }

  private static HttpResponse<String> ok(HttpRequest.Builder request) {
    HttpResponse<String> answer = SERVER.send(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }
}
