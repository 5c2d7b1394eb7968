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
import org.junit.jupiter.params.provider.ValueSource;

/** Which time zones and cultures may be asked for. What they do shows in PointsInTimeTest. */
@Tag("D15")
class TimeZoneTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AGENT = "/api/v1/Agents/ErpSync/";
  private static final String LINK =
      """
      {"ErpConnectionId":7,"CrmRecordId":1,"CrmActorType":"Contact","ErpKey":"k","ErpActorType":"Customer"}""";
  private static final String CONNECTION =
      "{\"Connection\":{\"ErpConnectionId\":7,\"DisplayName\":\"n\"}}";
  private static final String UNKNOWN_ZONE =
      "request header SO-TimeZone: unknown time zone; expected is one of these numbers or names:"
          + " 1 UTC, 36 AU-ACT, 50 BD, 114 CA-QC, 140 DK, 156 FR, 261 NO, 425 US-CA, 433 US-HI,"
          + " 460 US-NY; or an IANA name such as Europe/Oslo; and then, if wanted,"
          + " \", includeTZOffset\", which may also stand alone";
  private static final String UNKNOWN_CULTURE =
      "request header SO-Culture: unknown culture; a name such as sv or nb-NO is expected";

  @BeforeEach
  void seed() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1}],"Connections":[{"ErpConnectionId":7,"ErpConnectorId":1}]}""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "261",
        "NO",
        "1",
        "UTC",
        "460",
        "US-NY",
        "AU-ACT",
        "Europe/Oslo",
        "America/New_York",
        "NO, includeTZOffset",
        "261,includeTZOffset",
        "Europe/Oslo ,  includeTZOffset",
        "no",
        "us-ny",
        "europe/oslo",
        "utc,includeTZOffset",
        "NO, includetzoffset",
        "includeTZOffset",
        "includeTZOffset,includeTZOffset",
        "NO, includeTZOffset, includeTZOffset",
        " NO ",
        " "
      })
  void areKnown(String zone) {
    assertThat(call("CreateActorLink", LINK, "SO-TimeZone", zone).body()).isEqualTo("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "262",
        "0261",
        "-1",
        "Oslo",
        "+01:00",
        "GMT+1",
        "NO;",
        "NO includeTZOffset",
        "NO,",
        ", includeTZOffset",
        "includeTZOffset, NO",
        "NO, DK",
        "*",
        "x"
      })
  void areRefusedWhenUnknownWithoutSayingWhatWasSent(String zone) throws Exception {
    assertRefused(call("CreateActorLink", LINK, "SO-TimeZone", zone), UNKNOWN_ZONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateActorLink", "ConnectActor", "BreakActorLink", "SaveConnection"})
  @Tag("D24")
  void areCheckedBeforeAnythingIsDone(String operation) throws Exception {
    if (operation.equals("BreakActorLink")) {
      call("CreateActorLink", LINK);
    }
    String before = SERVER.state();
    String request = operation.equals("SaveConnection") ? CONNECTION : LINK;
    assertRefused(call(operation, request, "SO-TimeZone", "Oslo"), UNKNOWN_ZONE);
    assertRefused(
        call(operation, request, "Accept-Language", "en", "SO-Culture", "xx"), UNKNOWN_CULTURE);
    assertThat(SERVER.state()).isEqualTo(before);
    call(operation, request);
    assertThat(SERVER.state()).as("the same without the header").isNotEqualTo(before);
  }

  @Test
  void areCheckedBeforeTheBodyAndAfterTheCredentials() throws Exception {
    assertRefused(call("SaveConnection", "{", "SO-TimeZone", "Oslo"), UNKNOWN_ZONE);
    var nobody =
        HttpRequest.newBuilder(SERVER.uri().resolve(AGENT + "SaveConnection"))
            .header("SO-TimeZone", "Oslo")
            .POST(BodyPublishers.ofString("{"));
    assertThat(SERVER.send(nobody).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SaveConnection", "Save%43onnection", "%53aveConnection"})
  void areCheckedHoweverThePathIsWritten(String path) throws Exception {
    assertRefused(call(path, CONNECTION, "SO-TimeZone", "Oslo"), UNKNOWN_ZONE);
  }

  @Test
  void areRefusedInTheFormatThatIsAccepted() {
    HttpResponse<String> answer =
        call("CreateActorLink", LINK, "SO-TimeZone", "Oslo", "Accept", "application/xml");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("<MessageDetail>request header SO-TimeZone: unknown time zone;");
  }

  @Test
  void areNoMatterOfTheEmulatorControlAndOfUnknownPaths() {
    var state = SERVER.request("/_emulator/state").header("SO-TimeZone", "Oslo").GET();
    assertThat(SERVER.send(state).statusCode()).isEqualTo(200);
    assertThat(call("Elsewhere", LINK, "SO-TimeZone", "Oslo").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "en, sv, 200",
    "en, SV, 200",
    "en, nb-NO, 200",
    "en, no, 200",
    "en, zh-Hant-TW, 200",
    "en, es-419, 200",
    "en, ' ', 200",
    "en, xx, 400",
    "en, nb_NO, 400",
    "en, nb-XX, 400",
    "en, '*', 400",
    "en, Norwegian, 400",
    "en, 'sv, nb', 400",
    "'*', xx, 200",
    "x, xx, 200",
    "' ', xx, 200",
  })
  void aCultureIsOnlyHeardWithALanguage(String language, String culture, int status)
      throws Exception {
    HttpResponse<String> answer =
        call("SaveConnection", CONNECTION, "SO-Language", language, "SO-Culture", culture);
    if (status == 400) {
      assertRefused(answer, UNKNOWN_CULTURE);
    } else {
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void changeNothingInTheAnswersThatThereAreYet() {
    assertThat(
            call(
                    "SaveConnection",
                    CONNECTION,
                    "SO-TimeZone",
                    "NO, includeTZOffset",
                    "SO-Language",
                    "en",
                    "SO-Culture",
                    "sv")
                .body())
        .isEqualTo(call("SaveConnection", CONNECTION).body());
  }

  private static void assertRefused(HttpResponse<String> answer, String detail) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(400);
    JsonNode body = JSON.readTree(answer.body());
    assertThat(body)
        .isEqualTo(
            JSON.createObjectNode()
                .put("Message", "The request is invalid.")
                .put("MessageDetail", detail));
  }

  private static HttpResponse<String> call(String operation, String body, String... headers) {
    var request =
        SERVER
            .request(AGENT + operation)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return SERVER.send(headers.length == 0 ? request : request.headers(headers));
  }
}
