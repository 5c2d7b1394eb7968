package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.spec.Sample;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reset, seed and state. */
class EmulatorTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String EMPTY =
      """
      {"Connectors":[],"Connections":[],"ActorLinks":[],"CrmFieldValues":[],"ErpFieldValues":[]}""";
  private static final String ONE_CONNECTION =
      "\"Connectors\":[{\"ErpConnectorId\":1}],\"Connections\":[{\"ErpConnectionId\":1,\"ErpConnectorId\":1,\"ConnectionId\":\"g\"}]";

  @Test
  void aResetStoreIsEmpty() {
    SERVER.seed("{" + ONE_CONNECTION + "}");
    assertThat(SERVER.state()).isNotEqualTo(EMPTY);
    SERVER.send(SERVER.request("/_emulator/reset").POST(BodyPublishers.noBody()));
    assertThat(SERVER.state()).isEqualTo(EMPTY);
  }

  @Test
  void aStateSeededIntoAnEmptyStoreIsTheSameState() {
    Sample.all().forEach(sample -> SERVER.seed(sample.given().toString()));
    SERVER.seed(
        """
        {"CrmFieldValues":[{"CrmActorType":"Contact","CrmRecordId":1,"CrmFieldKey":"f","Value":null}],
         "ErpFieldValues":[{"ErpConnectionId":510,"ErpActorType":"Customer","ErpKey":"k","CrmFieldKey":"f","Value":"v"}]}
        """);
    String state = SERVER.state();
    SERVER.send(SERVER.request("/_emulator/reset").POST(BodyPublishers.noBody()));
    SERVER.seed(state);
    assertThat(SERVER.state()).isEqualTo(state);
  }

  @Test
  void seedingTwiceIsSeedingOnce() {
    String given = Sample.all().get(0).given().toString();
    SERVER.seed(given);
    String once = SERVER.state();
    SERVER.seed(given);
    assertThat(SERVER.state()).isEqualTo(once);
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
    SERVER.seed("{" + ONE_CONNECTION + "}");
    String before = SERVER.state();
    HttpResponse<String> answer =
        SERVER.post("/_emulator/seed", "{" + part + ",\"CrmFieldValues\":[]}");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains("\"ErrorMessage\":\"" + message + "\"");
    assertThat(SERVER.state()).isEqualTo(before);
  }

  @Test
  void aSeededLinkReplacesWhatStandsOnEitherSide() {
    String link =
        "{\"ErpConnectionId\":1,\"CrmRecordId\":%d,\"CrmActorType\":\"Contact\",\"ErpKey\":\"%s\",\"ErpActorType\":\"Customer\"}";
    String two = "{%s,\"ActorLinks\":[%s,%s]}";
    SERVER.seed(two.formatted(ONE_CONNECTION, link.formatted(1, "a"), link.formatted(2, "b")));
    SERVER.seed(two.formatted(ONE_CONNECTION, link.formatted(1, "b"), link.formatted(2, "a")));
    assertThat(SERVER.state())
        .contains("\"ActorLinks\":[" + link.formatted(1, "b") + "," + link.formatted(2, "a") + "]");
  }

  @Test
  void aStateWithAnUnknownListIsMalformed() {
    HttpResponse<String> answer = SERVER.post("/_emulator/seed", "{\"Links\":[]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("rule additionalProperties");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/_emulator/reset", "/_emulator/seed", "/_emulator/state", "/_emulator/journal"})
  void nobodyControlsItWithoutCredentials(String path) {
    var request = java.net.http.HttpRequest.newBuilder(SERVER.uri().resolve(path)).GET();
    assertThat(SERVER.send(request).statusCode()).isEqualTo(401);
  }
}
