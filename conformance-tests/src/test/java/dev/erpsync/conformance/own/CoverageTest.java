package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.cases.CaseList;
import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.matrix.MatrixRun;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Nothing of the contract is without an exchange: what is sent is looked at, not what is written.
 */
class CoverageTest {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final Secrets ALL =
      new Secrets(
          Optional.empty(),
          Optional.of("bo:b"),
          Optional.of("ticket"),
          Optional.of("token"),
          Optional.of("session"),
          Optional.of("xsrf"),
          Optional.of("app"),
          Optional.of("other"));

  private final List<Request> sent = new ArrayList<>();
  private final CaseReplay replay =
      new CaseReplay(
          CONTRACT,
          request -> {
            sent.add(request);
            return new Response(500, Optional.empty(), "");
          },
          Optional.empty(),
          ALL,
          true);

  static List<Operation> operations() {
    return CONTRACT.operations();
  }

  static Set<String> schemes() {
    Set<String> names = new TreeSet<>();
    CONTRACT.document().at("/components/securitySchemes").fieldNames().forEachRemaining(names::add);
    return names;
  }

  @ParameterizedTest
  @Tag("D13")
  @MethodSource("operations")
  void theMatrixHasEveryPairOfMediaTypesOfEveryOperation(Operation operation) {
    Set<String> documented = new TreeSet<>();
    List<String> types = operation.requestTypes();
    for (String type : types.isEmpty() ? List.of("") : types) {
      operation
          .responseTypes(CONTRACT, 500)
          .forEach(answer -> documented.add(type + " -> " + answer));
    }
    var matrix = new MatrixRun(CONTRACT, replay);
    Outcome.all(CONTRACT, Sample.all(), List.of()).stream()
        .filter(outcome -> outcome.asked().sample().operation().equals(operation.id()))
        .filter(outcome -> !outcome.weighted())
        .forEach(matrix::row);
    assertThat(documented).hasSize(types.isEmpty() ? 6 : 42);
    assertThat(sent).allMatch(request -> request.path().equals(operation.path()));
    assertThat(sent.stream().map(CoverageTest::pair).collect(Collectors.toSet()))
        .isEqualTo(documented);
  }

  @ParameterizedTest
  @Tag("D16")
  @MethodSource("schemes")
  void everySchemeHasACallThatIsAnsweredAsDocumented(String scheme) {
    Case.all().stream()
        .filter(each -> each.response().documented() && each.topic().equals("access"))
        .forEach(each -> replay.replay(each, Encoding.JSON.wire(), each.name()));
    Sample.all().stream()
        .map(Case::of)
        .forEach(each -> replay.replay(each, Encoding.JSON.wire(), each.name()));
    JsonNode described = CONTRACT.document().at("/components/securitySchemes/" + scheme);
    Set<String> operations = new TreeSet<>();
    for (Request request : sent) {
      if (carries(request, scheme, described)) {
        operations.add(request.path());
      }
    }
    assertThat(operations)
        .containsAll(CONTRACT.operations().stream().map(Operation::path).toList());
  }

  /** Both servers of the project's own tests are asked, each what the other is not. */
  @Test
  void ourServersAreTogetherAskedEveryCase() {
    List<Case> asked = new ArrayList<>(Split.guarded(Case.all()));
    if (Split.OURS) {
      assertThat(asked).doesNotContainAnyElementsOf(Split.plain(Case.all()));
    }
    asked.addAll(Split.plain(Case.all()));
    Set<String> names = new HashSet<>();
    CaseList.in(Encoding.JSON, asked).stream()
        .filter(each -> replay.obstacle(each, Encoding.JSON.wire()).isEmpty())
        .forEach(each -> names.add(CaseList.name(each, Encoding.JSON)));
    assertThat(names)
        .hasSizeGreaterThan(150)
        .containsAll(Case.all().stream().map(c -> CaseList.name(c, Encoding.JSON)).toList());
  }

  private static String pair(Request request) {
    return MediaTypes.essence(request.header("Content-Type").orElse(""))
        + " -> "
        + request.header("Accept").orElse("");
  }

  private static boolean carries(Request request, String scheme, JsonNode described) {
    String authorization =
        request.header("Authorization").orElse("").toLowerCase(Locale.ROOT) + " ";
    String name = described.path("name").asText();
    if (described.path("type").asText().equals("http")) {
      return authorization.startsWith(described.path("scheme").asText() + " ");
    }
    if (described.path("in").asText().equals("cookie")) {
      return request.header("Cookie").orElse("").contains(name + "=");
    }
    return name.equals("Authorization")
        ? authorization.startsWith(scheme.toLowerCase(Locale.ROOT) + " ")
        : request.header(name).isPresent();
  }
}
