package dev.erpsync.conformance.own;

import static dev.erpsync.conformance.own.Pretender.calls;
import static dev.erpsync.conformance.own.Pretender.doing;
import static dev.erpsync.conformance.own.Pretender.only;
import static dev.erpsync.conformance.own.Pretender.saying;
import static dev.erpsync.conformance.own.Pretender.stale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.scenario.ScenarioReplay;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Scenario;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers that only pretend: each is found in a scenario, at a step, through the operations alone
 * where they can tell, and by the state where only that can.
 */
@Tag("D38")
class PretendingServersTest {
  @RegisterExtension static final HonestJar SERVER = new HonestJar();

  private static final String STANDS = "A link that is created stands until it is broken";
  private static final String TWICE = "The same link is created twice and is one link";
  private static final String AGAIN = "A broken link can be made again";
  private static final String RACE = "Of many actors for one record exactly one is linked";
  private static final String KEYS = "Keys in another letter case are other actors";
  private static final String SAVED = "A connection that is saved again keeps its id and its GUID";
  private static final String LANGUAGES =
      "A text of several languages is answered in one and loses none";
  private static final String IN_PART =
      "An actor of somebody else is not connected, not even in part";
  private static final String VALUES =
      "An actor is connected with values, and breaking the link leaves them";
  private static final String CREATE = "CreateActorLink";
  private static final String BREAK = "BreakActorLink";
  private static final String SAVE = "SaveConnection";

  static Stream<Arguments> tellingByThemselves() {
    return Stream.of(
        liar(
            "pretends to create",
            only(CREATE, "true"),
            STANDS,
            "step 2, BreakActorLink: body: expected true, found false"),
        liar(
            "pretends to break",
            only(BREAK, "true"),
            STANDS,
            "step 3, BreakActorLink: body: expected false, found true"),
        liar(
            "never finds a link",
            only(BREAK, "false"),
            STANDS,
            "step 2, BreakActorLink: body: expected true, found false"),
        liar(
            "refuses what stands",
            refusingTwins(),
            TWICE,
            "step 2, CreateActorLink: body: expected true, found false"),
        liar(
            "answers as before",
            stale(BREAK),
            AGAIN,
            "step 5, BreakActorLink: body: expected false, found true"),
        liar(
            "calls every racer the winner",
            saying(CREATE, "false", "true"),
            RACE,
            "step 1, CreateActorLink: answers {\"value\":true}: expected 1, found 16"),
        liar(
            "calls no racer the winner",
            saying(CREATE, "true", "false"),
            RACE,
            "step 1, CreateActorLink: answers {\"value\":true}: expected 1, found 0"),
        liar(
            "lets every racer break",
            saying(BREAK, "false", "true"),
            "Of many who break a link exactly one does",
            "step 2, BreakActorLink: answers {\"value\":true}: expected 1, found 16"),
        liar(
            "keeps a second link of a race",
            saying(BREAK, "false", "true"),
            RACE,
            "step 3, BreakActorLink: body: expected false, found true"),
        liar(
            "takes keys for words",
            doing(CREATE, body -> true, PretendingServersTest::inSmallLetters),
            KEYS,
            "step 2, CreateActorLink: body: expected true, found false"),
        liar(
            "answers another id than it gave",
            saying(SAVE, ",\"ErpConnectorId\":1,", "77,\"ErpConnectorId\":1,"),
            SAVED,
            "step 1, SaveConnection: status: expected 200, found 404"),
        liar(
            "forgets on update",
            forgetting(),
            SAVED,
            "step 2, SaveConnection: /DisplayName: expected \"Renamed\""),
        liar(
            "makes a new GUID",
            saying(SAVE, "\"ConnectionId\":\"", "\"ConnectionId\":\"" + "x"),
            "A ConnectionId that is taken makes no second connection and changes none",
            "step 1, SaveConnection: status: expected 409, found 200"),
        liar(
            "adds to access lists",
            saying(SAVE, "[2,5]", "[1,2,5]"),
            "Access lists are replaced and not added to",
            "step 1, SaveConnection: /UserGroupAccessIds: expected [2,5], found [1,2,5]"),
        liar(
            "stores only what is selected",
            doing(
                SAVE,
                body ->
                    body.at("/Connection/Active").isBoolean() && body.at("/Connection").size() == 3,
                body -> connection(body).remove("MostRecentTimestamp")),
            "What is not selected is stored all the same",
            "step 2, SaveConnection: /MostRecentTimestamp: expected \"2026-02-02\""),
        liar(
            "wipes what is not sent",
            doing(
                SAVE,
                PretendingServersTest::isPart,
                body -> connection(body).put("DisplayDescription", "")),
            "A connection that is saved in part loses nothing",
            "step 1, SaveConnection: /DisplayDescription: expected \"Of a scenario\""),
        liar(
            "loses a language",
            doing(
                SAVE,
                body -> body.at("/Connection/DisplayName").asText().contains("NO:"),
                body -> connection(body).put("DisplayName", "Supplier")),
            LANGUAGES,
            "step 1, SaveConnection: /DisplayName: expected \"Leverandør\", found \"Supplier\""),
        liar(
            "knows one language",
            (request, honest) -> honest.send(request.with("SO-Language", "en")),
            LANGUAGES,
            "step 1, SaveConnection: /DisplayName: expected \"Leverandør\", found \"Supplier\""),
        liar(
            "acts and then refuses",
            refusingAfterwards(),
            "A link that is refused is not created",
            "step 6, BreakActorLink: body: expected false, found true"),
        liar(
            "connects in part",
            connectingInPart(),
            IN_PART,
            "step 3, BreakActorLink: body: expected false, found true"),
        liar(
            "breaks the links of what is deleted",
            breakingOnDeletion(),
            "A deleted connection keeps its links until it is back",
            "step 6, BreakActorLink: body: expected true, found false"));
  }

  static Stream<Arguments> toldByTheState() {
    return Stream.of(
        liar(
            "pretends to create",
            only(CREATE, "true"),
            STANDS,
            "step 1, CreateActorLink: state after, ActorLinks: expected {"),
        liar(
            "pretends to break",
            only(BREAK, "true"),
            STANDS,
            "step 2, BreakActorLink: state after, ActorLinks: expected no such row, found {"),
        liar(
            "connects without values",
            doing("ConnectActor", body -> true, body -> body.remove("FieldValues")),
            VALUES,
            "step 1, ConnectActor: state after, CrmFieldValues: expected {"),
        liar(
            "loses a language",
            doing(
                SAVE,
                body -> body.at("/Connection/DisplayName").asText().contains("NO:"),
                body -> connection(body).put("DisplayName", "Supplier")),
            LANGUAGES,
            "first 1, SaveConnection: state after, Connections: expected {"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tellingByThemselves")
  void areFoundThroughTheOperationsAlone(
      String what, Pretender pretender, String scenario, String difference) throws IOException {
    SERVER.control().replace(scenario(scenario).given());
    Verdict verdict = replay(pretender, Optional.empty(), Optional.of(1), scenario);
    assertFound(verdict, difference);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("toldByTheState")
  void areFoundByTheStateAtTheVeryStep(
      String what, Pretender pretender, String scenario, String difference) throws IOException {
    Verdict verdict = replay(pretender, Optional.of(SERVER.control()), Optional.empty(), scenario);
    assertFound(verdict, difference);
  }

  /** Whatever happened, nothing is left for the next scenario but what nothing can remove. */
  @Test
  @Tag("D36")
  void areLeftWithoutWhatAScenarioMade() throws IOException {
    SERVER.control().replace(scenario(TWICE).given());
    replay(refusingTwins(), Optional.empty(), Optional.of(1), TWICE);
    assertThat(SERVER.control().state().path("Connections"))
        .isNotEmpty()
        .allMatch(connection -> connection.path("Deleted").asBoolean());
  }

  private static void assertFound(Verdict verdict, String difference) {
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) verdict).differences().get(0).toString()).startsWith(difference);
  }

  private static Verdict replay(
      Pretender pretender,
      Optional<StateControl> control,
      Optional<Integer> connector,
      String scenario)
      throws IOException {
    Sender honest = SERVER.honest();
    return new ScenarioReplay(
            Contract.erpSync(),
            request -> pretender.send(request, honest),
            Access.to(honest, control, connector),
            Secrets.NONE,
            false,
            connector)
        .replay(scenario(scenario), Encoding.JSON);
  }

  private static Scenario scenario(String name) {
    return Scenario.all().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
  }

  private static Pretender refusingTwins() {
    var seen = new AtomicBoolean();
    return (request, honest) ->
        calls(request, CREATE) && seen.getAndSet(true)
            ? Pretender.answer("false")
            : honest.send(request);
  }

  /** Answers an update as it should be, and stores nothing. */
  private static Pretender forgetting() {
    return (request, honest) -> {
      JsonNode sent = request.body().orElseThrow().path("Connection");
      if (!calls(request, SAVE)
          || !sent.has("DisplayName")
          || sent.path("ErpConnectionId").asInt() == 0) {
        return honest.send(request);
      }
      ObjectNode asked = request.body().orElseThrow().deepCopy();
      connection(asked).retain("ErpConnectionId");
      ObjectNode stored =
          (ObjectNode) honest.send(request.to(request.path(), asked)).json().orElseThrow();
      stored.set("DisplayName", sent.path("DisplayName"));
      return Pretender.answer(stored.toString());
    };
  }

  private static Pretender refusingAfterwards() {
    return (request, honest) -> {
      if (request.header("SO-TimeZone").isEmpty()) {
        return honest.send(request);
      }
      Response refusal = honest.send(request);
      honest.send(request.without("SO-TimeZone"));
      return refusal;
    };
  }

  private static Pretender connectingInPart() {
    return (request, honest) -> {
      Response answer = honest.send(request);
      if (answer.status() == 409) {
        ObjectNode half =
            request.body().orElseThrow().<ObjectNode>deepCopy().without("FieldValues");
        half.put("ErpKey", "half");
        honest.send(request.to(request.path().replace("ConnectActor", CREATE), half));
      }
      return answer;
    };
  }

  private static Pretender breakingOnDeletion() {
    return (request, honest) -> {
      JsonNode saved = request.body().orElseThrow().path("Connection");
      if (saved.path("Deleted").asBoolean()) {
        ObjectNode record = saved.<ObjectNode>deepCopy().retain("ErpConnectionId");
        record.put("CrmActorType", "Contact").put("CrmRecordId", 101);
        honest.send(request.to(request.path().replace(SAVE, BREAK), record));
      }
      return honest.send(request);
    };
  }

  private static void inSmallLetters(ObjectNode body) {
    body.put("ErpKey", body.path("ErpKey").asText().toLowerCase(Locale.ROOT));
  }

  private static boolean isPart(JsonNode body) {
    return body.at("/Connection").size() == 2 && body.at("/Connection").has("MostRecentTimestamp");
  }

  private static ObjectNode connection(ObjectNode body) {
    return (ObjectNode) body.path("Connection");
  }

  private static Arguments liar(String what, Pretender pretender, String scenario, String found) {
    return arguments(what, pretender, scenario, found);
  }
}
