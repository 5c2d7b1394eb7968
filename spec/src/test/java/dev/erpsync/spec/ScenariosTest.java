package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios: well written, and nothing that needs a sequence without one. */
class ScenariosTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<Scenario> scenarios() {
    return Scenario.all();
  }

  static Stream<JsonNode> files() {
    return Contract.resource("scenarios.json").valueStream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void areWithoutFaults(JsonNode file) {
    assertThat(ScenarioFault.of(file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void sayWhyByADecision(Scenario each) {
    assertThat(each.because()).matches(".+\\. \\(D\\d+(, D\\d+)*\\)");
  }

  @Test
  void haveNamesOfTheirOwn() {
    assertThat(scenarios()).hasSizeGreaterThanOrEqualTo(20).doesNotHaveDuplicates();
    assertThat(scenarios().stream().map(Scenario::name)).doesNotHaveDuplicates();
  }

  @Test
  void callEveryOperation() {
    assertThat(scenarios().stream().flatMap(Scenario::every).map(Step::operation))
        .containsAll(Contract.erpSync().operations().stream().map(Operation::id).toList());
  }

  /** A fault and an outage cannot be asked for. */
  @Test
  @Tag("D6")
  void meetEveryErrorThatTheContractDocuments() {
    Set<Integer> documented =
        Contract.erpSync().operations().stream()
            .flatMap(operation -> operation.statuses().stream())
            .map(Integer::valueOf)
            .filter(status -> status >= 400 && status < 500)
            .collect(Collectors.toCollection(TreeSet::new));
    documented.add(405);
    assertThat(words("status").map(JsonNode::asInt)).containsAll(documented);
  }

  /** What single exchanges cannot say. */
  @ParameterizedTest
  @CsvSource({
    "The same link is created twice and is one link, CreateActorLink CreateActorLink BreakActorLink BreakActorLink",
    "A broken link can be made again, CreateActorLink BreakActorLink CreateActorLink BreakActorLink BreakActorLink",
    "A linked record takes no other actor until its link is broken, CreateActorLink CreateActorLink BreakActorLink CreateActorLink BreakActorLink",
    "'An actor is connected with values, and breaking the link leaves them', ConnectActor CreateActorLink BreakActorLink BreakActorLink",
    "Of many actors for one record exactly one is linked, CreateActorLink BreakActorLink BreakActorLink",
    "A new connection is read back as it was saved, SaveConnection",
  })
  void holdTheSequencesThatEverybodyAsksFor(String name, String calls) {
    assertThat(scenarios())
        .filteredOn(each -> each.name().equals(name))
        .singleElement()
        .extracting(
            each -> each.steps().stream().map(Step::operation).collect(Collectors.joining(" ")))
        .isEqualTo(calls);
  }

  @Test
  void raceSelectSpeakLanguagesAndPlayOthers() {
    List<JsonNode> steps =
        scenarios().stream().flatMap(Scenario::every).map(Step::written).toList();
    assertThat(steps)
        .anyMatch(step -> step.path("query").asText().startsWith("$select="))
        .anyMatch(step -> step.path("language").asText().equals("no"))
        .anyMatch(step -> step.path("credentials").asText().equals("limited"))
        .anyMatch(step -> step.path("race").asInt() == 16 && step.path("expect").isArray())
        .anyMatch(step -> step.path("race").asInt() == 16 && step.path("expect").isObject());
  }

  /** So that they say something of servers that have no emulator control. */
  @Test
  void putInPlaceThroughTheOperationsWhatTheyNeed() {
    assertThat(scenarios())
        .filteredOn(each -> !each.needsOneConnectorOnly())
        .extracting(Scenario::name)
        .containsExactly("The documented refusal becomes a link when the other one is broken");
    assertThat(scenarios())
        .filteredOn(Scenario::needsOneConnectorOnly)
        .allSatisfy(each -> assertThat(each.last()).isNotEmpty());
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("because", "1", "/s", "because is missing"),
        arguments("steps", "[]", "/s", "steps are missing"),
        arguments("stepps", "[]", "/s/stepps", "a scenario has no stepps"),
        arguments("given", "\"Nothing-000\"", "/s/given", "no sample has the name Nothing-000"),
        arguments("given", "{\"ActorLinks\":[{}]}", "/s/given/ActorLinks/0", "required"),
        arguments("steps", "{}", "/s", "steps are missing"),
        arguments("steps", "[1]", "/s/steps/0", "a step has call and expect"),
        arguments("steps", "[{}]", "/s/steps/0", "call is missing"),
        step("\"call\":\"Creat\"", "/call", "the contract has no operation Creat"),
        step("\"sample\":\"ConnectActor-000\"", "/sample", "has no sample ConnectActor-000"),
        step("\"expekt\":1", "/expekt", "a step has no expekt"),
        step("\"expect\":1", "/expect", "expect has status, value"),
        step("\"expect\":{\"valu\":1}", "/expect/valu", "expect has no valu"),
        step("\"expect\":{\"status\":\"ok\"}", "/expect/status", "a status is a number"),
        step("\"expect\":{\"values\":{\"a\":1}}", "/expect/values", "no JSON pointer: a"),
        step("\"expect\":{\"matches\":{\"/a\":\"(\"}}", "/expect", "Unclosed group"),
        step("\"body\":1", "/body", "a body is an object, or a JSON Patch"),
        step("\"body\":[{\"op\":\"remove\",\"path\":\"/a\"}]", "/body", "operation 0 (/a)"),
        step("\"body\":{\"ErpKey\":\"${x}\"}", "", "nothing is remembered as x"),
        step("\"remember\":{\"x\":\"a\"}", "/remember/x", "no JSON pointer: a"),
        step("\"remember\":1", "/remember", "remember has names and values"),
        step("\"language\":false", "/language", "a language is a text; put no into quotes"),
        step("\"credentials\":\"me\"", "/credentials", "nobody is called me"),
        step("\"race\":1", "/race", "a race has 2 to 64 callers"),
        step("\"race\":\"many\"", "/race", "a race has 2 to 64 callers"),
        step("\"race\":2,\"remember\":{\"x\":\"\"}", "/race", "of a race only the answer"),
        step("\"race\":3,\"expect\":[{\"times\":2}]", "/expect", "2 answers for 3 callers"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("wrong")
  void nameAFaultAndItsPlace(String word, String value, String place, String what)
      throws IOException {
    ObjectNode scenario =
        (ObjectNode)
            JSON.readTree("{\"because\":\"a\",\"steps\":[{\"call\":\"CreateActorLink\"}]}");
    scenario.set(word, JSON.readTree(value));
    ObjectNode file = JSON.createObjectNode();
    file.set("s", scenario);
    assertThat(ScenarioFault.of(file))
        .anySatisfy(
            fault -> {
              assertThat(fault.what()).contains(what);
              assertThat(fault.at().toString()).startsWith(place);
            });
  }

  @Test
  void nameAFileThatHoldsNone() throws IOException {
    assertThat(ScenarioFault.of(JSON.readTree("[]")))
        .extracting(ScenarioFault::what)
        .containsExactly("scenarios are written by name, each with because and steps");
  }

  private static Arguments step(String words, String place, String what) {
    String call = words.contains("\"call\"") ? "" : "\"call\":\"CreateActorLink\",";
    return arguments("steps", "[{" + call + words + "}]", "/s/steps/0" + place, what);
  }

  private static Stream<JsonNode> words(String word) {
    return scenarios().stream()
        .flatMap(Scenario::every)
        .flatMap(step -> step.written().findValues(word).stream());
  }
}
