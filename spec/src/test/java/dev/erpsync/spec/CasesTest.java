package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases beyond the documents: each well written, and none of the contract's errors without. */
class CasesTest {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final Set<String> CASE =
      Set.of(
          "because", "contract", "sample", "operation", "given", "request", "response", "unless");
  private static final Set<String> UNLESS = Set.of("status", "because");
  private static final Set<String> REQUEST =
      Set.of(
          "method",
          "path",
          "query",
          "headers",
          "body",
          "text",
          "charset",
          "padding",
          "times",
          "credentials");
  private static final Set<String> RESPONSE =
      Set.of(
          "status",
          "headers",
          "names",
          "hides",
          "errorType",
          "value",
          "values",
          "oneOf",
          "matches",
          "keys");

  static List<Case> cases() {
    return Case.all();
  }

  static Stream<JsonNode> written() {
    return Contract.resource("cases.json").valueStream().flatMap(JsonNode::valueStream);
  }

  @ParameterizedTest
  @MethodSource("written")
  void useKnownWordsOnly(JsonNode written) {
    assertThat(CASE).containsAll(names(written));
    assertThat(REQUEST).containsAll(names(written.path("request")));
    assertThat(RESPONSE).containsAll(names(written.path("response")));
    assertThat(written.has("sample")).isNotEqualTo(written.has("operation"));
    assertThat(UNLESS).containsAll(names(written.path("unless")));
    if (written.has("contract")) {
      assertThat(written.path("contract").asText()).isEqualTo("discovery");
      assertThat(written.path("request").has("credentials")).isFalse();
      assertThat(written.has("response")).isTrue();
    } else {
      assertThat(written.path("operation").asText("all")).isEqualTo("all");
    }
  }

  @ParameterizedTest
  @MethodSource("written")
  void alterAKnownSample(JsonNode written) {
    var reader = new CaseReader(CONTRACT, Contract.discovery(), Sample.all());
    assertThat(reader.all(topic(written))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void sayWhyByADecision(Case each) {
    assertThat(each.because()).matches(".+\\. \\(D\\d+(, D\\d+)*\\)");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void startInAStateThatCanBe(Case each) {
    assertThat(Contract.emulator().check("EmulatorState", each.given())).isEmpty();
  }

  @Test
  void haveNamesOfTheirOwnAmongThoseOfAnOperation() {
    assertThat(cases())
        .extracting(each -> each.sample().operation() + "/" + each.name())
        .doesNotHaveDuplicates();
  }

  /** Pages and plain JSON are no encodings of the agent: each such case says what it accepts. */
  @Test
  @Tag("D19")
  void besideTheAgentAreTriedInNoOtherEncoding() {
    assertThat(cases())
        .filteredOn(each -> each.contract() == Contract.discovery())
        .hasSizeGreaterThan(20)
        .noneMatch(each -> each.request().isIndependentOfEncoding());
  }

  @Test
  @Tag("D19")
  void describeEveryOperation() {
    assertThat(cases())
        .filteredOn(each -> each.name().startsWith("description-of-"))
        .extracting(each -> each.request().path().orElseThrow())
        .containsAll(CONTRACT.operations().stream().map(Operation::path).toList());
  }

  @Test
  @Tag("D6")
  void showEveryErrorThatTheContractDocuments() {
    assertThat(errors(CONTRACT.operations().stream().map(Operation::id).toList()))
        .isSubsetOf(shown());
  }

  /** A fault of the server cannot be asked for. */
  private static Set<String> errors(List<String> operations) {
    Set<String> errors = new TreeSet<>();
    for (String id : operations) {
      JsonNode responses = CONTRACT.operation(id).orElseThrow().node().path("responses");
      names(responses).stream()
          .filter(status -> status.matches("4\\d\\d"))
          .forEach(status -> errors.add(id + " " + status));
    }
    return errors;
  }

  private static Set<String> shown() {
    Set<String> shown = new TreeSet<>();
    cases().forEach(each -> shown.add(each.sample().operation() + " " + each.response().status()));
    return shown;
  }

  private static JsonNode topic(JsonNode written) {
    var topics = JsonNodeFactory.instance.objectNode();
    topics.putObject("topic").set("name", written);
    return topics;
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
