package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Sample;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Answers of servers that are newer than the contract, or use what this one does not answer yet.
 */
final class NewerProof {
  private final Cells cells;
  private final Driver driver;
  private final Relay relay;
  private final StateControl control;

  NewerProof(Cells cells, Driver driver, Relay relay, StateControl control) {
    this.cells = cells;
    this.driver = driver;
    this.relay = relay;
    this.control = control;
  }

  Stream<DynamicTest> all() {
    return Stream.of(
        cells.test(Column.WIRE, "unknown properties", this::property),
        cells.test(Column.WIRE, "times without offset", this::time),
        cells.test(Column.WIRE, "null in dictionaries", this::nothing),
        cells.test(Column.WIRE, "unknown words", this::word));
  }

  private void property() throws Exception {
    JsonNode body = told("GetConnection-000", "{\"ErpConnectionId\": 7, \"New\": {\"Deep\": [1]}}");
    assertThat(body.path("ErpConnectionId").asInt()).isEqualTo(7);
  }

  /** As with SO-TimeZone. (D15) */
  private void time() throws Exception {
    String time = "2014-08-08T10:30:23.8449272";
    JsonNode body = told("GetErpSyncConnectionSummary-000", "{\"LastSync\": \"" + time + "\"}");
    assertThat(body.path("LastSync").asText()).isEqualTo(time);
  }

  private void nothing() throws Exception {
    JsonNode body =
        told("GetErpConnectionConfigFields-000", "{\"empty\": null, \"full\": \"text\"}");
    assertThat(body.path("empty").isTextual()).isFalse();
    assertThat(body.path("full").asText()).isEqualTo("text");
  }

  private void word() throws Exception {
    JsonNode body =
        told(
            "GetConnectionsAndDisplayFields-000",
            "[{\"ErpConnectionId\": 7, \"CrmActorType\": \"Planet\","
                + " \"ErpActorTypes\": [\"Planet\", \"Partner\"]}]");
    assertThat(body.path(0).path("ErpConnectionId").asInt()).isEqualTo(7);
    assertThat(body.path(0).path("ErpActorTypes").path(1).asText()).isEqualTo("Partner");
  }

  private JsonNode told(String sampled, String answer) throws Exception {
    Sample sample = ErrorsProof.sample(sampled);
    control.put(sample.given());
    relay.forget();
    relay.say(answer);
    JsonNode line = Asked.of(relay.uri(), sample).line();
    return new Told(line, driver.call(line)).hasAnswer().body();
  }
}
