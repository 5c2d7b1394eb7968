package dev.erpsync.conformance.own;

import static dev.erpsync.conformance.own.Lie.both;
import static dev.erpsync.conformance.own.Lie.header;
import static dev.erpsync.conformance.own.Lie.status;
import static dev.erpsync.conformance.own.Lie.text;
import static dev.erpsync.conformance.own.Lie.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.conformance.cases.CaseReplay;
import dev.erpsync.conformance.format.MediaTypes;
import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.matrix.Cell;
import dev.erpsync.conformance.matrix.MatrixRun;
import dev.erpsync.conformance.matrix.Outcome;
import dev.erpsync.conformance.matrix.Row;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lies between the kit and an honest server: each is found, in the encoding in which it is told.
 */
class LiesInOtherEncodingsTest {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final String HTML = "<!DOCTYPE html><html><body>Not here.</body></html>";

  @RegisterExtension static final HonestJar SERVER = new HonestJar();

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
    Verdict verdict =
        SERVER
            .replay(SERVER.lying(lie))
            .replay(HonestJar.asked(operation, name), encoding.wire(), what);
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) verdict).differences())
        .anySatisfy(difference -> assertThat(difference.toString()).startsWith(where + ":"));
  }

  @Test
  void anEffectOfARefusedCallIsFound() throws IOException {
    Case refused = HonestJar.asked("ConnectActor", "text-for-a-number");
    Request good =
        Request.json(
            "POST",
            CONTRACT.operation("ConnectActor").orElseThrow().path(),
            "",
            refused.sample().request().headers(),
            refused.sample().request().body().orElseThrow());
    Sender honest = SERVER.honest();
    Sender acting =
        request -> {
          if (request.path().endsWith("/ConnectActor")) {
            honest.send(good);
          }
          return honest.send(request);
        };
    Verdict verdict = SERVER.replay(acting).replay(refused, Wire.DOCUMENTED, "acting");
    assertThat(((Verdict.Failed) verdict).differences())
        .anySatisfy(d -> assertThat(d.toString()).startsWith("state after, ActorLinks:"));
  }

  /** Each answer by itself is right; only together they are not. */
  @Test
  void twoAnswersToOneCallAreFound() throws IOException {
    Case save = HonestJar.asked("SaveConnection", "000");
    assertThat(SERVER.replay(SERVER.lying(text("FULL", "R"))).replay(save, Wire.DOCUMENTED, "json"))
        .isInstanceOf(Verdict.Passed.class);
    int[] answers = {0};
    Sender honest = SERVER.honest();
    Sender changing =
        request -> {
          Response answer = honest.send(request);
          boolean second = request.path().endsWith("/SaveConnection") && answers[0]++ > 0;
          return second ? text("FULL", "R").apply(request, answer) : answer;
        };
    CaseReplay both = SERVER.replay(changing);
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
    var outcome = new Outcome(HonestJar.asked("BreakActorLink", "000"), "000", false);
    Row row = new MatrixRun(CONTRACT, SERVER.replay(SERVER.lying(lie))).row(outcome);
    assertThat(row.tried()).isEqualTo(42);
    assertThat(row.cells())
        .filteredOn(cell -> !cell.green())
        .extracting(Cell::sent, Cell::accepted)
        .containsExactly(tuple("text/xml", "text/json"));
    assertThat(((Verdict.Failed) row.verdict()).differences())
        .singleElement()
        .hasToString("text/xml -> text/json, body: expected true, found null");
  }

  private static Arguments lie(
      String operation, String name, Encoding encoding, String what, Lie lie, String where) {
    return arguments(operation, name, encoding, what, lie, where);
  }
}
