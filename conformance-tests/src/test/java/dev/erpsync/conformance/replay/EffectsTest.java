package dev.erpsync.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.StateAccess;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A call leaves behind what its answer says, and nothing else. */
class EffectsTest {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  @Tag("D34")
  void anHonestServerPassesWithFieldValues() throws IOException {
    assertThat(replay(connectWithValues(), new HonestServer())).isInstanceOf(Verdict.Passed.class);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("rows")
  void rowsAreComparedAsSets(String expected, String found, int differences) throws IOException {
    assertThat(Rows.compare(JSON.readTree(expected), JSON.readTree(found))).hasSize(differences);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        arguments("{}", "{\"A\":[]}", 0),
        arguments("{\"A\":[{\"x\":1},{\"x\":2}]}", "{\"A\":[{\"x\":2},{\"x\":1}]}", 0),
        arguments("{\"A\":[{\"x\":1,\"y\":null}]}", "{\"A\":[{\"x\":1}]}", 0),
        arguments("{\"A\":[{\"x\":1,\"TableRight\":{}}]}", "{\"A\":[{\"x\":1}]}", 0),
        arguments("{\"A\":[{\"x\":1}]}", "{\"A\":[{\"x\":1},{\"x\":1}]}", 1),
        arguments("{\"A\":[{\"x\":1}]}", "{\"A\":[{\"x\":2}]}", 2),
        arguments("{}", "{\"B\":[{\"x\":2}]}", 1));
  }

  static Stream<Arguments> connections() {
    return Stream.of(
        arguments("a null", change(c -> c.putNull("DisplayName"))),
        arguments("rights", change(c -> c.putObject("TableRight").put("Mask", "FULL"))),
        arguments("properties", change(c -> c.putObject("FieldProperties"))),
        arguments("a name unknown to the contract", change(c -> c.put("Colour", "red"))),
        arguments("a new connection", change(c -> c.put("ErpConnectionId", 0))),
        arguments(
            "a new connection without a GUID",
            change(c -> c.put("ErpConnectionId", 0).put("ConnectionId", " "))),
        arguments("no GUID", change(c -> c.putNull("ConnectionId"))),
        arguments("another GUID", change(c -> c.put("ConnectionId", "b"))),
        arguments("one property only", change(c -> c.retain("ErpConnectionId", "Active"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("connections")
  @Tag("D22")
  @Tag("D35")
  void anHonestServerPassesWhenItIsSent(String what, Consumer<ObjectNode> change)
      throws IOException {
    assertThat(replay(saveWith(change), new HonestServer())).isInstanceOf(Verdict.Passed.class);
  }

  private static Consumer<ObjectNode> change(Consumer<ObjectNode> change) {
    return change;
  }

  private static Sample saveWith(Consumer<ObjectNode> change) {
    Sample sample = sample("SaveConnection");
    ObjectNode body = sample.request().body().orElseThrow().deepCopy();
    change.accept((ObjectNode) body.path("Connection"));
    return with(sample, body);
  }

  private static Sample connectWithValues() throws IOException {
    Sample sample = sample("ConnectActor");
    ObjectNode body = sample.request().body().orElseThrow().deepCopy();
    body.set(
        "FieldValues",
        JSON.readTree(
            """
            [{"CrmFieldKey": "a", "Value": "early", "SyncToCrm": true, "SyncToErp": true},
             {"CrmFieldKey": "a", "Value": "later", "SyncToCrm": true, "SyncToErp": true},
             {"CrmFieldKey": "b", "SyncToCrm": true},
             {"CrmFieldKey": null, "Value": "c", "SyncToCrm": true},
             {"CrmFieldKey": "d", "Value": "d", "SyncToErp": false}]
            """));
    return with(sample, body);
  }

  private static Sample with(Sample sample, JsonNode body) {
    return new Sample(
        sample.operation(),
        sample.name(),
        sample.page(),
        sample.because(),
        sample.given(),
        new Sample.Message(sample.request().headers(), Optional.of(body)),
        sample.status(),
        sample.response());
  }

  private static Verdict replay(Sample sample, Sender target) throws IOException {
    var control = StateControl.of(target, "any");
    assertThat(control).isPresent();
    return new Replay(
            CONTRACT,
            target,
            StateAccess.by(control),
            Optional.empty(),
            Encoding.JSON,
            new SameValue())
        .replay(ReplayCase.of(sample));
  }

  private static Sample sample(String operation) {
    return Sample.all().stream()
        .filter(sample -> sample.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }
}
