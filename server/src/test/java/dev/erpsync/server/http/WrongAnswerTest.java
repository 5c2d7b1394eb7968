package dev.erpsync.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.server.access.User;
import dev.erpsync.server.api.ActorLinksApi;
import dev.erpsync.server.api.ActorLinksApiDelegate;
import dev.erpsync.server.api.ConnectionsApi;
import dev.erpsync.server.api.ConnectionsApiDelegate;
import dev.erpsync.server.emulator.Journal;
import dev.erpsync.server.http.container.HttpLimits;
import dev.erpsync.server.http.container.HttpServer;
import dev.erpsync.server.http.request.Validation;
import dev.erpsync.server.model.BreakActorLinkRequest;
import dev.erpsync.server.model.ConnectActorRequest;
import dev.erpsync.server.model.CreateActorLinkRequest;
import dev.erpsync.server.model.ErpConnection;
import dev.erpsync.server.model.SaveConnectionRequest;
import dev.erpsync.spec.Contract;
import jakarta.ws.rs.ClientErrorException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

/** A server whose delegates answer what the contract does not allow. */
@Tag("D4")
class WrongAnswerTest {
  private static final String LINK =
      "{\"ErpConnectionId\":1,\"CrmRecordId\":1,\"CrmActorType\":\"Contact\",\"ErpKey\":\"k\",\"ErpActorType\":\"Customer\"}";
  private static final String SAVE = "{\"Connection\":{\"DisplayName\":\"%s\"}}";
  private static final Journal JOURNAL = new Journal(10);

  @SuppressWarnings("NullAway.Init")
  private static HttpServer strict;

  @SuppressWarnings("NullAway.Init")
  private static HttpServer lenient;

  /** Answers what the connection to save says; the display name says what else is wrong. */
  private static final class Connections implements ConnectionsApiDelegate {
    @Override
    public ErpConnection saveConnection(User caller, SaveConnectionRequest request) {
      ErpConnection answer = request.getConnection().active(true).erpConnectionId(1);
      return switch (answer.getDisplayName()) {
        case "long" -> answer.displayName("s3cret".repeat(100));
        case "list" -> answer.addUserGroupAccessIdsItem(null);
        case "status" -> throw new ClientErrorException("s3cret", 402);
        case "null" -> answer.displayName(null);
        default -> answer;
      };
    }
  }

  private static final class Links implements ActorLinksApiDelegate {
    @Override
    @SuppressWarnings("NullAway")
    public Boolean createActorLink(User caller, CreateActorLinkRequest request) {
      return null;
    }

    @Override
    public Boolean breakActorLink(User caller, BreakActorLinkRequest request) {
      throw new ClientErrorException("s3cret", 429);
    }

    @Override
    public void connectActor(User caller, ConnectActorRequest request) {
      throw new ClientErrorException("s3cret", 402);
    }
  }

  @BeforeAll
  static void start() throws Exception {
    strict = start(Validation.STRICT);
    lenient = start(Validation.CONTRACT);
  }

  @AfterAll
  static void stop() {
    strict.close();
    lenient.close();
  }

  /** By a contract in which a display name is not nullable, as a later operation's may be. */
  private static HttpServer start(Validation validation) throws Exception {
    ObjectNode document = Contract.erpSync().document().deepCopy();
    ((ObjectNode) document.at("/components/schemas/ErpConnection/properties/DisplayName"))
        .remove("nullable");
    var application =
        new ErpSyncApplication(
            HttpLimits.standard().bodyBytes(),
            DocumentedAccess.authenticator(),
            new Contracts(Contract.of(document), Contract.emulator(), Contract.discovery()),
            List.of(ActorLinksApi.class, ConnectionsApi.class),
            new AbstractBinder() {
              @Override
              protected void configure() {
                bind(new Links()).to(ActorLinksApiDelegate.class);
                bind(new Connections()).to(ConnectionsApiDelegate.class);
              }
            },
            validation,
            JOURNAL);
    return HttpServer.start(
        "127.0.0.1",
        0,
        Optional.empty(),
        List.of(),
        HttpLimits.standard(),
        application.containerErrors(),
        application);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          long   | response body, /DisplayName: longer than 254 characters (rule maxLength, found string)
          list   | response body, /UserGroupAccessIds/0: not an integer (rule type, found null)
          null   | response body, /DisplayName: not a string (rule type, found null)
          status | response status, the value: not one of 200, 400, 401, 403, 404, 406, 409, 413, 415, 429, 500, 503 (rule responses, found integer)
          """)
  void becomesA500ThatSaysWhichRuleIsBroken(String wrong, String breach) throws Exception {
    assertRefused(call(strict, "SaveConnection", SAVE.formatted(wrong)), breach);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          CreateActorLink | response status, the value: not one of 200, 400, 401, 403, 406, 413, 415, 429, 500, 503 (rule responses, found integer)
          ConnectActor    | response status, the value: not one of 204, 400, 401, 403, 404, 409, 413, 415, 429, 500, 503 (rule responses, found integer)
          BreakActorLink  | response header Retry-After, the value: required (rule required, found nothing)
          """)
  void mayHaveTheWrongStatusNoBodyOrNoHeader(String operation, String breach) throws Exception {
    String body = operation.equals("BreakActorLink") ? LINK.replaceAll(",\"ErpKey.*", "}") : LINK;
    assertRefused(call(strict, operation, body), breach);
  }

  @Test
  @Tag("D8")
  void mayHoldNullWhereSelectEmptiedAPropertyButNotElsewhere() throws Exception {
    HttpResponse<String> selected =
        call(strict, "SaveConnection?%24select=Active", SAVE.formatted("fine"));
    assertThat(selected.statusCode()).as(selected.body()).isEqualTo(200);
    assertThat(selected.body()).contains("\"DisplayName\":null", "\"Active\":true");
    assertRefused(
        call(strict, "SaveConnection?%24select=DisplayName", SAVE.formatted("null")),
        "response body, /DisplayName: not a string (rule type, found null)");
  }

  @Test
  void leavesAsItIsAtTheOtherLevels() throws Exception {
    assertThat(call(lenient, "SaveConnection", SAVE.formatted("long")).statusCode()).isEqualTo(200);
    assertThat(call(lenient, "ConnectActor", LINK).statusCode()).isEqualTo(402);
  }

  @Test
  void isWrittenDownAsWhatLeft() throws Exception {
    JOURNAL.clear();
    call(strict, "SaveConnection", SAVE.formatted("long"));
    assertThat(JOURNAL.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.exchange().status()).isEqualTo(500);
              assertThat(entry.exchange().violations().toString())
                  .isEqualTo("[Finding[side=response body, pointer=/DisplayName, rule=maxLength]]");
            });
  }

  private static void assertRefused(HttpResponse<String> answer, String breach) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json;charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(
            "{\"Error\":true,\"ErrorType\":\"SoException\",\"Message\":\"%1$s\",\"ErrorMessage\":\"%1$s\",\"ErrorSource\":\"erpsync\"}"
                .formatted("The answer breaks the contract: " + breach));
  }

  private static HttpResponse<String> call(HttpServer server, String operation, String json)
      throws Exception {
    var request =
        HttpRequest.newBuilder(server.uri().resolve("/api/v1/Agents/ErpSync/" + operation))
            .header("Authorization", "Basic dGplMDpUamUw")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
