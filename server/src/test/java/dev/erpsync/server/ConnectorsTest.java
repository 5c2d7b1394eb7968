package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Connectors: 1 has connection 5, 2 has only connection 6, which is deleted, 3 is deleted itself,
 * and 4 has none.
 */
class ConnectorsTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String GET = "GetErpSyncConnectorEntity";
  private static final String DELETE = "DeleteErpSyncConnectorEntity";

  @BeforeEach
  void seed() {
    SERVER.seed(
        """
        {"Connectors":[{"ErpConnectorId":1,"DisplayName":"one","URL":"http://one"},{"ErpConnectorId":2},
           {"ErpConnectorId":3,"Deleted":true},{"ErpConnectorId":4}],
         "Connections":[{"ErpConnectionId":5,"ErpConnectorId":1},
           {"ErpConnectionId":6,"ErpConnectorId":2,"Deleted":true}]}""");
  }

  @ParameterizedTest(name = "connector {0}: {1}")
  @Tag("D36")
  @Tag("D47")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | ErrorConnectorHasConnections | 409 | Connector 1 has connections.
          2 | NoError                      | 204 |
          3 | ErrorNotFound                | 404 | Connector 3 does not exist.
          4 | NoError                      | 204 |
          9 | ErrorNotFound                | 404 | Connector 9 does not exist.
          """)
  void deletingIsMarkingAndHeedsWhatItWasSaidToComeTo(
      int id, String code, int status, String message) {
    String before = SERVER.state();
    assertThat(SERVER.call("Can" + DELETE, "{\"ErpSyncConnectorId\":" + id + "}").body())
        .isEqualTo("\"" + code + "\"");
    assertThat(SERVER.state()).isEqualTo(before);
    HttpResponse<String> deleted = query(DELETE, "erpSyncConnectorEntityId=" + id);
    assertThat(deleted.statusCode()).isEqualTo(status);
    if (status == 204) {
      assertThat(deleted.body()).isEmpty();
      assertThat(query(GET, "erpSyncConnectorEntityId=" + id).body()).contains("\"Deleted\":true");
    } else {
      assertThat(deleted.body()).contains("\"ErrorMessage\":\"" + message + "\"");
      assertThat(SERVER.state()).isEqualTo(before);
    }
  }

  @Test
  @Tag("D47")
  void aConnectorWithConnectionsIsNotMarkedAsDeletedBySavingEither() {
    assertThat(save("{\"ErpConnectorId\":1,\"Deleted\":true}").statusCode()).isEqualTo(409);
    assertThat(save("{\"ErpConnectorId\":4,\"Deleted\":true}").statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("D46")
  @Tag("D22")
  void savingInsertsWithId0AndUpdatesWhatIsKnown() {
    assertThat(save("{\"DisplayName\":\"new\"}").body())
        .startsWith(
            "{\"ErpConnectorId\":5,\"DisplayName\":\"new\",\"URL\":\"\",\"Deleted\":false,");
    assertThat(save("{\"ErpConnectorId\":1,\"URL\":\"http://other\"}").body())
        .startsWith(
            "{\"ErpConnectorId\":1,\"DisplayName\":\"one\",\"URL\":\"http://other\",\"Deleted\":false,");
    assertThat(save("{\"ErpConnectorId\":9}").body()).contains("Connector 9 does not exist.");
    assertThat(save("{\"ErpConnectorId\":-1}").statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("D46")
  void theDefaultIsNotStored() {
    String before = SERVER.state();
    assertThat(SERVER.call("CreateDefaultErpSyncConnectorEntity", "").body())
        .startsWith("{\"ErpConnectorId\":0,\"DisplayName\":\"\",\"URL\":\"\",\"Deleted\":false,");
    assertThat(SERVER.state()).isEqualTo(before);
  }

  @Test
  @Tag("D48")
  void thoseThatAreNotDeletedAreListedById() {
    assertThat(SERVER.call("GetAllConnectors", "").body())
        .isEqualTo(
            """
            [{"Id":1,"Name":"one","ToolTip":"http://one"},{"Id":2,"Name":null,"ToolTip":null},\
            {"Id":4,"Name":null,"ToolTip":null}]""");
  }

  @ParameterizedTest
  @Tag("D43")
  @ValueSource(
      strings = {
        "erpSyncConnectorEntityId=1",
        "ErpSyncConnectorEntityId=1",
        "ERPSYNCCONNECTORENTITYID=1&other=2",
        "%65rpsyncconnectorentityid=1"
      })
  void theNameOfAParameterCountsInAnyLetterCase(String query) {
    assertThat(query(GET, query + "&$SELECT=displayname").body())
        .isEqualTo(
            """
            {"ErpConnectorId":null,"DisplayName":"one","URL":null,"Deleted":null,\
            "TableRight":null,"FieldProperties":null}""");
  }

  @ParameterizedTest
  @Tag("D43")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                    | required (rule required, found nothing)
          erpSyncConnectorEntityId=                             | not an integer (rule type, found string)
          erpSyncConnectorEntityId=one                          | not an integer (rule type, found string)
          erpSyncConnectorEntityId=1.0                          | not an integer (rule type, found string)
          erpSyncConnectorEntityId=1&ErpSyncConnectorEntityId=1 | sent more than once (rule maxItems, found array)
          """)
  void anIdThatIsNoneIsMalformed(String query, String why) {
    HttpResponse<String> answer = query(GET, query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(
            """
            {"Message":"The request is invalid.",\
            "MessageDetail":"request parameter erpSyncConnectorEntityId, the value: %s"}"""
                .formatted(why));
  }

  @ParameterizedTest
  @Tag("D42")
  @ValueSource(strings = {"", "{}", "null", "not even JSON"})
  void aBodyIsNotLookedAtWhereNoneBelongs(String body) {
    HttpResponse<String> answer = SERVER.call("GetAllConnectors", body);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(SERVER.call("GetAllConnectors", body).body()).isEqualTo(answer.body());
  }

  private static HttpResponse<String> save(String connector) {
    return SERVER.call("SaveErpSyncConnectorEntity", connector);
  }

  private static HttpResponse<String> query(String operation, String query) {
    return SERVER.send(
        SERVER
            .request("/api/v1/Agents/ErpSync/" + operation + "?" + query)
            .POST(BodyPublishers.noBody()));
  }
}
