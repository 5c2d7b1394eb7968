package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.cases.Secrets;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.MatrixRun;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.server.TargetServer;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lies between the kit and an honest server: each is found, in the encoding in which it is told.
 */
class LiesInOtherEncodingsTest {
  /** What becomes of an answer, seen together with what was asked. */
  private interface Lie extends BiFunction<Request, Response, Response> {}

  private static final Contract CONTRACT = Contract.erpSync();
  private static final String HTML = "<!DOCTYPE html><html><body>Not here.</body></html>";

  @TempDir static Path data;
  private static @Nullable TargetServer server;

  @BeforeAll
  static void start() {
    server = ServerJar.start(data);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("BreakActorLink", "000", Encoding.XML, "another value", text("true", "false"), "body"),
        lie("BreakActorLink", "000", Encoding.XML, "no literal", text("true", "yes"), "body"),
        lie("BreakActorLink", "000", Encoding.XML, "JSON said to be XML", whole("true"), "body"),
        lie(
            "BreakActorLink",
            "000",
            Encoding.XML,
            "an ignored Accept",
            both(whole("true"), header("Content-Type", "application/json; charset=utf-8")),
            "Content-Type"),
        lie(
            "BreakActorLink",
            "000",
            Encoding.XML,
            "no charset",
            header("Content-Type", "application/xml"),
            "Content-Type"),
        lie("BreakActorLink", "000", Encoding.XML, "not well-formed", text("</", "<"), "body"),
        lie(
            "SaveConnection",
            "000",
            Encoding.XML,
            "another value",
            text("Emard", "Emerd"),
            "/DisplayName"),
        lie(
            "SaveConnection",
            "000",
            Encoding.XML,
            "another element",
            text("DisplayName>", "Displayname>"),
            "/DisplayName"),
        lie(
            "SaveConnection",
            "000",
            Encoding.XML,
            "another item",
            text("<int>350</int>", ""),
            "/UserGroupAccessIds"),
        lie(
            "SaveConnection",
            "000",
            Encoding.XML,
            "null for a value",
            text("<Active>true</Active>", "<Active/>"),
            "/Active"),
        lie(
            "SaveConnection",
            "000",
            Encoding.FORM,
            "an answer in a form",
            header("Content-Type", MediaTypes.FORM),
            "Content-Type"),
        lie("BreakActorLink", "nobody", Encoding.JSON, "another status", status(403), "status"),
        lie(
            "BreakActorLink",
            "nobody",
            Encoding.JSON,
            "no challenge",
            header("WWW-Authenticate", null),
            "WWW-Authenticate"),
        lie(
            "BreakActorLink",
            "unknown-user",
            Encoding.XML,
            "another challenge",
            header("WWW-Authenticate", "Bearer"),
            "WWW-Authenticate"),
        lie("CreateActorLink", "not-json", Encoding.JSON, "an error as HTML", whole(HTML), "body"),
        lie(
            "CreateActorLink",
            "not-json",
            Encoding.JSON,
            "an error said to be HTML",
            header("Content-Type", "text/html"),
            "Content-Type"),
        lie(
            "CreateActorLink",
            "not-json",
            Encoding.JSON,
            "the other error body",
            whole(
                "{\"Error\":true,\"ErrorType\":\"a\",\"ErrorMessage\":\"b\",\"ErrorSource\":\"c\"}"),
            "/Message"),
        lie(
            "BreakActorLink",
            "property-missing",
            Encoding.XML,
            "another place",
            text("/CrmRecordId", "/CrmRecord"),
            "/MessageDetail"),
        lie(
            "CreateActorLink",
            "no-member-of-the-enum",
            Encoding.JSON,
            "the value in the message",
            text("\"MessageDetail\":\"", "\"MessageDetail\":\"Nobody "),
            "body"),
        lie(
            "ConnectActor",
            "connect-on-an-unknown-connection",
            Encoding.FORM,
            "another type of error",
            text("SoNotFoundException", "Exception"),
            "/ErrorType"),
        lie("ConnectActor", "connect-a-linked-record", Encoding.JSON, "500", status(500), "status"),
        lie(
            "BreakActorLink",
            "other-method",
            Encoding.JSON,
            "no Allow",
            header("Allow", null),
            "Allow"),
        lie("BreakActorLink", "unknown-operation", Encoding.JSON, "200", status(200), "status"),
        lie("SaveConnection", "too-large", Encoding.JSON, "another status", status(500), "status"),
        lie(
            "SaveConnection",
            "some-properties",
            Encoding.XML,
            "what is not selected",
            text("<Deleted xsi:nil=\"true\"/>", "<Deleted>true</Deleted>"),
            "body"),
        lie(
            "SaveConnection",
            "own-header-over-accept-language",
            Encoding.XML,
            "another language",
            text("Leverandør", "Supplier"),
            "/DisplayName"),
        lie(
            "SaveConnection",
            "every-language-by-a-star",
            Encoding.JSON,
            "one language for all",
            text("NO:\\\"Leverandør\\\";US:\\\"Supplier\\\"", "Supplier"),
            "/DisplayName"),
        lie(
            "BreakActorLink",
            "unknown-zone",
            Encoding.JSON,
            "another header",
            text("SO-TimeZone", "SO-Culture"),
            "/MessageDetail"),
        lie(
            "BreakActorLink",
            "unknown-zone",
            Encoding.XML,
            "the zone in the message",
            text("unknown time zone", "Atlantis"),
            "body"),
        lie(
            "SaveConnection",
            "save-and-see-rights",
            Encoding.JSON,
            "another type of a property",
            text("System.Boolean", "System.String"),
            "/FieldProperties/Active/FieldType"),
        lie(
            "Operations",
            "list-of-BreakActorLink",
            Encoding.JSON,
            "a discovery without an operation",
            text("/BreakActorLink\"", "/Another\""),
            "body"),
        lie(
            "Versions",
            "versions-in-json",
            Encoding.JSON,
            "a key less",
            text("\"NetServerLabel\"", "\"Label\""),
            "/NetServerLabel"),
        lie(
            "Versions",
            "versions-in-json",
            Encoding.JSON,
            "a path for a URL",
            text("\"v1\":\"http:", "\"v1\":\""),
            "/v1"),
        lie(
            "Versions",
            "versions-in-json",
            Encoding.JSON,
            "a page for JSON",
            both(whole(HTML), header("Content-Type", "text/html; charset=utf-8")),
            "Content-Type"),
        lie(
            "Versions",
            "versions-as-a-page",
            Encoding.JSON,
            "JSON for a page",
            header("Content-Type", "application/json; charset=utf-8"),
            "Content-Type"),
        lie("Versions", "versions-as-a-page", Encoding.JSON, "no page", whole("{}"), "body"),
        lie("Versions", "versions-in-json", Encoding.JSON, "404", status(404), "status"),
        lie(
            "Describe",
            "description-of-BreakActorLink",
            Encoding.JSON,
            "another operation",
            text("\"Name\":\"BreakActorLink\"", "\"Name\":\"ConnectActor\""),
            "/Name"),
        lie(
            "Describe",
            "description-of-BreakActorLink",
            Encoding.JSON,
            "a result",
            whole("true"),
            "body"),
        lie(
            "Describe",
            "options-of-BreakActorLink",
            Encoding.JSON,
            "no Allow",
            header("Allow", null),
            "Allow"),
        lie(
            "Describe",
            "head-of-BreakActorLink",
            Encoding.JSON,
            "a body of HEAD",
            whole("{}"),
            "body"),
        lie("CreateActorLink", "create-free", Encoding.XML, "no", text("true", "false"), "body"),
        lie(
            "BreakActorLink",
            "unacceptable",
            Encoding.JSON,
            "a type that nobody has",
            header("Content-Type", "image/png"),
            "Content-Type"));
  }

  @ParameterizedTest(name = "{0} / {1} / {2}: {3}")
  @MethodSource("lies")
  void isFound(String operation, String name, Encoding encoding, String what, Lie lie, String where)
      throws IOException {
    Verdict verdict = replay(lying(lie)).replay(asked(operation, name), encoding.wire(), what);
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) verdict).differences())
        .anySatisfy(difference -> assertThat(difference.toString()).startsWith(where + ":"));
  }

  @Test
  void anEffectOfARefusedCallIsFound() throws IOException {
    Case refused = asked("ConnectActor", "text-for-a-number");
    Request good =
        Request.json(
            "POST",
            CONTRACT.operation("ConnectActor").orElseThrow().path(),
            "",
            refused.sample().request().headers(),
            refused.sample().request().body().orElseThrow());
    Sender honest = honest();
    Sender acting =
        request -> {
          if (request.path().endsWith("/ConnectActor")) {
            honest.send(good);
          }
          return honest.send(request);
        };
    Verdict verdict = replay(acting).replay(refused, Wire.DOCUMENTED, "acting");
    assertThat(((Verdict.Failed) verdict).differences())
        .anySatisfy(d -> assertThat(d.toString()).startsWith("state after, ActorLinks:"));
  }

  @Test
  void aDescriptionThatCallsTheOperationIsFound() throws IOException {
    Case asked = asked("Describe", "description-of-BreakActorLink");
    Sample sample = asked("BreakActorLink", "000").sample();
    Sender honest = honest();
    Sender acting =
        request -> {
          if (request.method().equals("GET") && request.path().endsWith("/BreakActorLink")) {
            honest.send(
                Request.json(
                    "POST",
                    request.path(),
                    "",
                    sample.request().headers(),
                    sample.request().body().orElseThrow()));
          }
          return honest.send(request);
        };
    Verdict verdict = replay(acting).replay(asked, Wire.DOCUMENTED, "acting");
    assertThat(((Verdict.Failed) verdict).differences())
        .singleElement()
        .satisfies(d -> assertThat(d.toString()).startsWith("state after, ActorLinks:"));
  }

  @Test
  void aTargetWithoutDescriptionsIsSparedAndOneThatRefusesOtherwiseIsNot() throws IOException {
    Case asked = asked("Describe", "description-of-BreakActorLink");
    Lie absent =
        (request, r) ->
            request.method().equals("GET")
                ? new Response(
                    404,
                    Optional.of("application/json; charset=utf-8"),
                    "{\"Error\":true,\"ErrorType\":\"a\",\"ErrorMessage\":\"b\",\"ErrorSource\":\"c\"}")
                : r;
    assertThat(replay(lying(absent)).replay(asked, Wire.DOCUMENTED, "absent"))
        .isEqualTo(
            new Verdict.Skipped(
                "absent",
                "No page says how an operation is described; the target does not. (D19)"));
    assertThat(replay(lying(status(401))).replay(asked, Wire.DOCUMENTED, "asking"))
        .isInstanceOf(Verdict.Failed.class);
  }

  /**
   * A server that keeps one language of what it was sent answers rightly, and has lost the rest.
   */
  @Test
  void aStoredTextThatLostItsLanguagesIsFound() throws IOException {
    Case asked = asked("SaveConnection", "own-header-over-accept-language");
    Sender honest = honest();
    Sender losing =
        request ->
            honest.send(
                request.path().endsWith("/SaveConnection")
                    ? request.with(
                        Content.of(
                            request
                                .content()
                                .orElseThrow()
                                .toString()
                                .replace(
                                    "US:\\\"Supplier\\\";NO:\\\"Leverandør\\\"", "Leverandør")))
                    : request);
    Verdict verdict = replay(losing).replay(asked, Wire.DOCUMENTED, "losing");
    assertThat(((Verdict.Failed) verdict).differences())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.toString()).startsWith("state after, Connections:"));
  }

  /** Each answer by itself is right; only together they are not. */
  @Test
  void twoAnswersToOneCallAreFound() throws IOException {
    Case save = asked("SaveConnection", "000");
    assertThat(replay(lying(text("FULL", "R"))).replay(save, Wire.DOCUMENTED, "json"))
        .isInstanceOf(Verdict.Passed.class);
    int[] answers = {0};
    Sender honest = honest();
    Sender changing =
        request -> {
          Response answer = honest.send(request);
          boolean second = request.path().endsWith("/SaveConnection") && answers[0]++ > 0;
          return second ? text("FULL", "R").apply(request, answer) : answer;
        };
    CaseReplay both = replay(changing);
    assertThat(both.replay(save, Wire.DOCUMENTED, "json")).isInstanceOf(Verdict.Passed.class);
    Verdict verdict = both.replay(save, Encoding.XML.wire(), "xml");
    assertThat(((Verdict.Failed) verdict).differences())
        .anySatisfy(d -> assertThat(d.where()).isEqualTo("value, the same as in json"));
  }

  @Test
  void theMatrixShowsTheCellInWhichTheLieIs() throws IOException {
    Lie lie =
        (request, answer) ->
            request.header("Content-Type").orElse("").startsWith("text/xml")
                    && request.header("Accept").orElse("").equals("text/json")
                ? whole("null").apply(request, answer)
                : answer;
    var outcome = new Outcome(asked("BreakActorLink", "000"), "000", false);
    Row row = new MatrixRun(CONTRACT, replay(lying(lie))).row(outcome);
    assertThat(row.tried()).isEqualTo(42);
    assertThat(row.cells())
        .filteredOn(cell -> !cell.green())
        .extracting(Cell::sent, Cell::accepted)
        .containsExactly(tuple("text/xml", "text/json"));
    assertThat(((Verdict.Failed) row.verdict()).differences())
        .singleElement()
        .hasToString("text/xml -> text/json, body: expected true, found null");
  }

  private static Case asked(String operation, String name) {
    return Stream.concat(Sample.all().stream().map(Case::of), Case.all().stream())
        .filter(each -> each.sample().operation().equals(operation) && each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static CaseReplay replay(Sender sender) throws IOException {
    String documented = Sample.all().get(0).request().headers().getOrDefault("Authorization", "");
    Optional<StateControl> control = StateControl.of(honest(), documented);
    assertThat(control).isPresent();
    return new CaseReplay(CONTRACT, sender, control, Secrets.NONE, false);
  }

  private static Sender honest() {
    if (server == null) {
      throw new IllegalStateException("the server was not started");
    }
    return new HttpSender(server.baseUrl());
  }

  private static Sender lying(Lie lie) {
    Sender honest = honest();
    return request -> lie.apply(request, honest.send(request));
  }

  private static Arguments lie(
      String operation, String name, Encoding encoding, String what, Lie lie, String where) {
    return arguments(operation, name, encoding, what, lie, where);
  }

  private static Lie text(String old, String other) {
    return changed(text -> text.replace(old, other));
  }

  private static Lie whole(String body) {
    return changed(text -> body);
  }

  private static Lie changed(UnaryOperator<String> change) {
    return (request, r) -> new Response(r.status(), r.headers(), change.apply(r.text()));
  }

  private static Lie both(Lie one, Lie other) {
    return (request, r) -> other.apply(request, one.apply(request, r));
  }

  private static Lie status(int status) {
    return (request, r) -> new Response(status, r.headers(), r.text());
  }

  private static Lie header(String name, @Nullable String value) {
    return (request, r) -> {
      Map<String, List<String>> headers = new HashMap<>(r.headers());
      headers.keySet().removeIf(name::equalsIgnoreCase);
      if (value != null) {
        headers.put(name, List.of(value));
      }
      return new Response(r.status(), headers, r.text());
    };
  }
}
