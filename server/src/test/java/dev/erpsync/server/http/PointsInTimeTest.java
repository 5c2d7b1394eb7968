package dev.erpsync.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.http.container.HttpLimits;
import dev.erpsync.server.http.container.HttpServer;
import dev.erpsync.server.http.request.Validation;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Points in time in answers. The only one that the agent answers is null so far, so the server is
 * given a contract that has one more operation, and goes by it.
 */
@Tag("D15")
class PointsInTimeTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String PATH = "/api/v1/Agents/ErpSync/Clock";

  // Set before any test runs.
  @SuppressWarnings("NullAway.Init")
  private static HttpServer server;

  private static final String ANSWER =
      """
      {"At":"%2$s","Text":"%1$s","History":["%2$s","never"],"Next":{"At":"%2$s","Text":"%1$s"},\
      "ByName":{"a":"%2$s"}}""";

  /** The answer, which has the schema of its name. */
  public record Clock(@JsonValue JsonNode value) {
    static Clock at(String at) throws IOException {
      return new Clock(MAPPER.readTree(ANSWER.formatted(at, at)));
    }
  }

  /** Answers the time that it is asked for, as a point in time and as any text. */
  @Path(PATH)
  public static class ClockResource {
    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.APPLICATION_XML})
    public Clock clock(@QueryParam("at") String at) throws IOException {
      return Clock.at(at);
    }

    @GET
    @Path("/all")
    @Produces(MediaType.APPLICATION_JSON)
    public List<Clock> all(@QueryParam("at") String at) throws IOException {
      return List.of(Clock.at(at));
    }
  }

  @BeforeAll
  static void start() throws IOException {
    Contract contract = contract();
    var application =
        new ErpSyncApplication(
            HttpLimits.standard().bodyBytes(),
            DocumentedAccess.authenticator(),
            new Contracts(contract, Contract.emulator(), Contract.discovery()),
            List.of(ClockResource.class),
            new AbstractBinder() {
              @Override
              protected void configure() {}
            },
            Validation.CONTRACT,
            new Journal(1));
    server =
        HttpServer.start(
            "127.0.0.1",
            0,
            Optional.empty(),
            List.of(),
            HttpLimits.standard(),
            application.containerErrors(),
            application);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2018-12-24T12:34:45Z              | US-NY                    | 2018-12-24T07:34:45
          2018-12-24T12:34:45Z              | 460                      | 2018-12-24T07:34:45
          2018-12-24T12:34:45Z              | US-NY, includeTZOffset   | 2018-12-24T07:34:45-05:00
          2018-12-24T12:34:45Z              | NO                       | 2018-12-24T13:34:45
          2018-07-24T12:34:45Z              | NO                       | 2018-07-24T14:34:45
          2018-07-24T12:34:45Z              | NO, includeTZOffset      | 2018-07-24T14:34:45+02:00
          2018-12-24T12:34:45Z              | Asia/Kolkata             | 2018-12-24T18:04:45
          2018-12-24T12:34:45Z              | UTC, includeTZOffset     | 2018-12-24T12:34:45Z
          2018-12-24T07:34:45-05:00         | NO                       | 2018-12-24T13:34:45
          2018-12-24T07:34:45-0500          | NO                       | 2018-12-24T13:34:45
          2018-12-31T23:30:00.1234567+00:00 | NO                       | 2019-01-01T00:30:00.1234567
          2018-10-28T00:30:00Z              | NO, includeTZOffset      | 2018-10-28T02:30:00+02:00
          2018-10-28T01:30:00Z              | NO, includeTZOffset      | 2018-10-28T02:30:00+01:00
          1850-01-01T00:00:00Z              | US-NY, includeTZOffset   | 1849-12-31T19:03:58-04:56:02
          2018-12-24T12:34:45               | NO                       | 2018-12-24T12:34:45
          2018-12-24                        | NO                       | 2018-12-24
          2018-02-30T12:34:45Z              | NO                       | 2018-02-30T12:34:45Z
          2018-12-24T12:34:45+19:00         | NO                       | 2018-12-24T12:34:45+19:00
          0001-01-01T00:00:00Z              | US-NY                    | 0001-01-01T00:00:00Z
          9999-12-31T23:59:59Z              | NO                       | 9999-12-31T23:59:59Z
          """)
  void areConvertedToTheZone(String at, String zone, String answered) throws Exception {
    assertThat(get(PATH, at, zone, "application/json")).isEqualTo(ANSWER.formatted(at, answered));
  }

  @Test
  void areLeftAloneWithoutAZone() throws Exception {
    String at = "2018-12-24T12:34:45Z";
    assertThat(get(PATH, at, "", "application/json")).isEqualTo(ANSWER.formatted(at, at));
  }

  @Test
  void areConvertedAfterSelecting() throws Exception {
    assertThat(get(PATH + "?$select=At", "2018-12-24T12:34:45Z", "NO", "application/json"))
        .isEqualTo(
            """
            {"At":"2018-12-24T13:34:45","Text":null,"History":null,"Next":null,"ByName":null}""");
  }

  @Test
  void areConvertedInXmlAndInEachElementOfAnArray() throws Exception {
    assertThat(get(PATH, "2018-12-24T12:34:45Z", "NO", "application/xml"))
        .contains("<At>2018-12-24T13:34:45</At><Text>2018-12-24T12:34:45Z</Text>");
    assertThat(get(PATH + "/all", "2018-12-24T12:34:45Z", "NO", "application/json"))
        .startsWith("[{\"At\":\"2018-12-24T13:34:45\",\"Text\":\"2018-12-24T12:34:45Z\"");
  }

  /** The contract of the agent, and an operation Clock. */
  private static Contract contract() throws IOException {
    ObjectNode document = Contract.erpSync().document().deepCopy();
    ObjectNode paths = (ObjectNode) document.path("paths");
    var operation =
        MAPPER.readTree(
            """
            {"get":{"operationId":"Clock","tags":["Clock"],"responses":{"200":{"content":{
              "application/json":{"schema":{"$ref":"#/components/schemas/Clock"}},
              "application/xml":{"schema":{"$ref":"#/components/schemas/Clock"}}}}}}}""");
    paths.set(PATH, operation);
    String one = "{\"$ref\":\"#/components/schemas/Clock\"}";
    paths.set(
        PATH + "/all",
        MAPPER.readTree(
            operation
                .toString()
                .replace(one, "{\"type\":\"array\",\"items\":" + one + "}")
                .replace("\"Clock\",\"tags\"", "\"Clocks\",\"tags\"")));
    ((ObjectNode) document.at("/components/schemas"))
        .set(
            "Clock",
            MAPPER.readTree(
                """
                {"type":"object","properties":{
                  "At":{"type":"string","format":"date-time"},
                  "Text":{"type":"string"},
                  "History":{"type":"array","items":{"$ref":"#/components/schemas/Moment"}},
                  "Next":{"$ref":"#/components/schemas/Clock"},
                  "ByName":{"type":"object","additionalProperties":{"$ref":"#/components/schemas/Moment"}}}}"""));
    ((ObjectNode) document.at("/components/schemas"))
        .set("Moment", MAPPER.readTree("{\"type\":\"string\",\"format\":\"date-time\"}"));
    return Contract.of(document);
  }

  private static String get(String path, String at, String zone, String accept) throws Exception {
    String query = (path.contains("?") ? "&" : "?") + "at=" + at.replace("+", "%2B");
    var request =
        HttpRequest.newBuilder(server.uri().resolve(path.replace("$", "%24") + query))
            .header("Authorization", "Basic dGplMDpUamUw")
            .header("Accept", accept);
    if (!zone.isEmpty()) {
      request.header("SO-TimeZone", zone);
    }
    var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
