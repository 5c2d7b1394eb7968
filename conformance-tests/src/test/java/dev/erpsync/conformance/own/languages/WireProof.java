package dev.erpsync.conformance.own.languages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** What generated clients are known to get wrong, looked at on the wire. */
final class WireProof {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final Sample READ = ErrorsProof.sample("GetConnection-000");
  private static final Sample LINK = ErrorsProof.sample("CreateActorLink-000");
  private static final Sample VOID = ErrorsProof.sample("ConnectActor-000");
  private static final JsonNode NOTHING = JsonNodeFactory.instance.objectNode();

  private final Cells cells;
  private final Driver driver;
  private final Relay relay;
  private final StateControl control;

  WireProof(Cells cells, Driver driver, Relay relay, StateControl control) {
    this.cells = cells;
    this.driver = driver;
    this.relay = relay;
    this.control = control;
  }

  Stream<DynamicTest> all() {
    return Stream.of(
        cells.test(Column.WIRE, "`$select`", this::select),
        cells.test(Column.WIRE, "first media type", this::firstMediaType),
        cells.test(Column.WIRE, "bare boolean", "a bare false", this::bareFalse),
        cells.test(Column.WIRE, "bare boolean", "a bare false in text/json", this::labelledFalse),
        cells.test(Column.WIRE, "204", this::nothing),
        cells.test(Column.WIRE, "language", this::language),
        cells.test(Column.WIRE, "time zone offset", this::timeZoneOffset),
        missing("GetConnection-000"),
        missing("GetErpConnectionConfigFields-000"),
        missing("GetErpSyncConnectionSummary-000"),
        missing("GetErpSyncConnectorEntity-000"));
  }

  private DynamicTest missing(String sampled) {
    Sample sample = ErrorsProof.sample(sampled);
    return cells.test(
        Column.WIRE,
        "null for what does not exist",
        sample.operation() + " returns null for what does not exist",
        () -> {
          Told told = call(sample, NOTHING, Asked.of(relay.uri(), sample));
          assertThat(relay.exchange().response().text()).isEqualTo("null");
          assertThat(told.body().isNull()).as(told.toString()).isTrue();
        });
  }

  private void timeZoneOffset() throws Exception {
    call(READ, READ.given(), Asked.of(relay.uri(), READ).header("SO-Browser-TZ-Offset", -60));
    assertThat(relay.exchange().request().header("SO-Browser-TZ-Offset")).hasValue("-60");
  }

  private void select() throws Exception {
    Told told =
        call(READ, READ.given(), Asked.of(relay.uri(), READ).query("$select", "DisplayName"));
    told.isResult(relay.exchange().response());
    String query = URLDecoder.decode(relay.exchange().request().query(), StandardCharsets.UTF_8);
    assertThat(query).isEqualTo("$select=DisplayName");
    assertThat(told.body().path("DisplayName").isTextual()).as(told.toString()).isTrue();
    assertThat(Said.by(told.body())).as(told.toString()).hasSize(1);
  }

  private void firstMediaType() throws Exception {
    call(READ, READ.given(), Asked.of(relay.uri(), READ));
    Request request = relay.exchange().request();
    Operation operation = CONTRACT.operation(READ.operation()).orElseThrow();
    String accepted = request.header("Accept").orElse("nothing").split(",", 2)[0];
    assertThat(MediaTypes.essence(accepted))
        .isEqualTo(operation.responseTypes(CONTRACT, 200).get(0));
    assertThat(MediaTypes.essence(request.header("Content-Type").orElse("nothing")))
        .isEqualTo(operation.requestTypes().get(0));
  }

  private void bareFalse() throws Exception {
    Told told = call(LINK, LINK.given(), Asked.of(relay.uri(), LINK));
    assertThat(told.body().isBoolean()).as(told.toString()).isTrue();
    assertThat(told.body().booleanValue()).as(told.toString()).isFalse();
  }

  /** To refuse a type that was not asked for is right too; to take the text for true is not. */
  private void labelledFalse() throws Exception {
    control.put(LINK.given());
    relay.forget();
    relay.label("text/json; charset=utf-8");
    JsonNode line = Asked.of(relay.uri(), LINK).line();
    Told told = new Told(line, driver.call(line));
    assertThat(relay.exchange().response().text()).isEqualTo("false");
    assertThat(told.line().has("failure") || told.body().isBoolean()).as(told.toString()).isTrue();
    assertThat(told.body().asBoolean()).as(told.toString()).isFalse();
  }

  private void nothing() throws Exception {
    Told told = call(VOID, VOID.given(), Asked.of(relay.uri(), VOID));
    assertThat(relay.exchange().response().status()).isEqualTo(204);
    told.isResult(relay.exchange().response());
  }

  private void language() throws Exception {
    ObjectNode state = READ.given().deepCopy();
    ((ObjectNode) state.at("/Connections/0"))
        .put("DisplayName", "NO:\"Leverandør\";US:\"Supplier\"");
    Asked asked = Asked.of(relay.uri(), READ).header("SO-Language", "no");
    Told told = call(READ, state, asked);
    assertThat(told.body().path("DisplayName").asText()).isEqualTo("Leverandør");
  }

  private Told call(Sample sample, JsonNode state, Asked asked) throws Exception {
    control.put(state);
    relay.forget();
    Told told = new Told(asked.line(), driver.call(asked.line())).hasAnswer();
    assertThat(told.line().path("status").asInt()).as(told.toString()).isEqualTo(sample.status());
    return told;
  }
}
