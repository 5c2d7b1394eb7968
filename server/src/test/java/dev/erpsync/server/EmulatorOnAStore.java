package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.spec.Sample;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reset, seed and state, on a store that the subclass names. */
abstract class EmulatorOnAStore {
  abstract RunningServer server();

  private static final String EMPTY =
      """
      {"Connectors":[],"Connections":[],"ActorLinks":[],"CrmFieldValues":[],"ErpFieldValues":[],"SyncPriorities":[]}""";
  private static final String ONE_CONNECTION =
      "\"Connectors\":[{\"ErpConnectorId\":1}],\"Connections\":[{\"ErpConnectionId\":1,\"ErpConnectorId\":1,\"ConnectionId\":\"g\"}]";

  @Test
  void aResetStoreIsEmpty() {
    server().seed("{" + ONE_CONNECTION + "}");
    assertThat(server().state()).isNotEqualTo(EMPTY);
    server().send(server().request("/_emulator/reset").POST(BodyPublishers.noBody()));
    assertThat(server().state()).isEqualTo(EMPTY);
  }

  @Test
  void aStateSeededIntoAnEmptyStoreIsTheSameState() {
    Sample.all().forEach(sample -> server().seed(sample.given().toString()));
    server()
        .seed(
            """
        {"CrmFieldValues":[{"CrmActorType":"Contact","CrmRecordId":1,"CrmFieldKey":"f","Value":null}],
         "ErpFieldValues":[{"ErpConnectionId":510,"ErpActorType":"Customer","ErpKey":"k","CrmFieldKey":"f","Value":"v"}]}
        """);
    String state = server().state();
    server().send(server().request("/_emulator/reset").POST(BodyPublishers.noBody()));
    server().seed(state);
    assertThat(server().state()).isEqualTo(state);
  }

  @Test
  @Tag("D30")
  void everyTextOfAStateMakesTheRoundTrip() {
    List<String> keys =
        List.of(" ", "K", "k", "\uD83D\uDE00", "\\n\\t\\\"", "ä", "a\u0308", "x".repeat(254));
    String links =
        IntStream.range(0, keys.size())
            .mapToObj(
                i ->
                    "{\"ErpConnectionId\":7,\"CrmRecordId\":%d,\"CrmActorType\":\"Contact\",\"ErpKey\":\"%s\",\"ErpActorType\":\"Customer\"}"
                        .formatted(Integer.MAX_VALUE - i, keys.get(i)))
            .collect(Collectors.joining(","));
    server()
        .seed(
            """
            {"Connectors":[{"ErpConnectorId":2147483647,"DisplayName":"","URL":null,"Deleted":true}],
             "Connections":[{"ErpConnectionId":7,"ErpConnectorId":2147483647,"DisplayName":"NO:\\"Å\\"","ConnectionId":" g ",
               "ConfigFields":{"z":null,"a":"","A":"\\t"},"Deleted":true,"UserGroupAccessIds":[2,2,1],"AssociateAccessIds":[-1]}],
             "ActorLinks":[%s],
             "CrmFieldValues":[{"CrmActorType":"Sale","CrmRecordId":1,"CrmFieldKey":"Z","Value":null},
               {"CrmActorType":"Contact","CrmRecordId":2,"CrmFieldKey":"B","Value":""},
               {"CrmActorType":"Contact","CrmRecordId":2,"CrmFieldKey":"a","Value":"\uD83D\uDE00"}],
             "ErpFieldValues":[{"ErpConnectionId":7,"ErpActorType":"Customer","ErpKey":"K","CrmFieldKey":"f","Value":"1"},
               {"ErpConnectionId":7,"ErpActorType":"Customer","ErpKey":"k","CrmFieldKey":"f","Value":null}]}"""
                .formatted(links));
    String state = server().state();
    assertThat(state)
        .contains("\"ConfigFields\":{\"z\":null,\"a\":\"\",\"A\":\"\\t\"}", "[2,2,1]", "\" g \"");
    server().send(server().request("/_emulator/reset").POST(BodyPublishers.noBody()));
    server().seed(state);
    assertThat(server().state()).isEqualTo(state);
    assertThat(state.split("\"ErpKey\"", -1)).hasSize(1 + keys.size() + 2);
  }

  @Test
  void seedingTwiceIsSeedingOnce() {
    String given = Sample.all().get(0).given().toString();
    server().seed(given);
    String once = server().state();
    server().seed(given);
    assertThat(server().state()).isEqualTo(once);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "Connectors":[{}] | 404 | Connector 0 does not exist.
          "Connections":[{"ErpConnectorId":1}] | 404 | Connection 0 does not exist.
          "Connections":[{"ErpConnectionId":2,"ErpConnectorId":9}] | 404 | Connector 9 does not exist.
          "Connections":[{"ErpConnectionId":2,"ErpConnectorId":1,"ConnectionId":"g"}] | 409 | ConnectionId 'g' belongs to connection 1.
          "ActorLinks":[{"ErpConnectionId":9,"CrmRecordId":1,"CrmActorType":"Contact","ErpKey":"k","ErpActorType":"Customer"}] | 404 | Connection 9 does not exist.
          "ActorLinks":[{"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Sale","ErpKey":"k","ErpActorType":"Sale"}] | 409 | Sale 1 cannot be linked to an ERP actor of type Sale.
          "ActorLinks":[{"ErpConnectionId":1,"CrmRecordId":1,"CrmActorType":"Contact","ErpKey":"k","ErpActorType":"Customer"},{"ErpConnectionId":1,"CrmRecordId":2,"CrmActorType":"Contact","ErpKey":"k","ErpActorType":"Customer"}] | 409 | Customer 'k' is already linked to Contact 1 on connection 1.
          "ErpFieldValues":[{"ErpConnectionId":9,"ErpActorType":"Customer","ErpKey":"k","CrmFieldKey":"f"}] | 404 | Connection 9 does not exist.
          """)
  void aStateThatContradictsItselfIsRefusedWhole(String part, int status, String message) {
    server().seed("{" + ONE_CONNECTION + "}");
    String before = server().state();
    HttpResponse<String> answer =
        server().post("/_emulator/seed", "{" + part + ",\"CrmFieldValues\":[]}");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"ErrorMessage\":\"" + message + "\"");
    assertThat(server().state()).isEqualTo(before);
  }

  @Test
  void aSeededLinkReplacesWhatStandsOnEitherSide() {
    String link =
        "{\"ErpConnectionId\":1,\"CrmRecordId\":%d,\"CrmActorType\":\"Contact\",\"ErpKey\":\"%s\",\"ErpActorType\":\"Customer\"}";
    String two = "{%s,\"ActorLinks\":[%s,%s]}";
    server().seed(two.formatted(ONE_CONNECTION, link.formatted(1, "a"), link.formatted(2, "b")));
    server().seed(two.formatted(ONE_CONNECTION, link.formatted(1, "b"), link.formatted(2, "a")));
    assertThat(server().state())
        .contains("\"ActorLinks\":[" + link.formatted(1, "b") + "," + link.formatted(2, "a") + "]");
  }

  @Test
  void aStateWithAnUnknownListIsMalformed() {
    HttpResponse<String> answer = server().post("/_emulator/seed", "{\"Links\":[]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("rule additionalProperties");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/_emulator/reset", "/_emulator/seed", "/_emulator/state", "/_emulator/journal"})
  void nobodyControlsItWithoutCredentials(String path) {
    var request = java.net.http.HttpRequest.newBuilder(server().uri().resolve(path)).GET();
    assertThat(server().send(request).statusCode()).isEqualTo(401);
  }
}
