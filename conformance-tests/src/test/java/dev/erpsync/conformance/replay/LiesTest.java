package dev.erpsync.conformance.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.state.StateControl;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A lie between kit and server is found; an honest server has nothing to fear. */
class LiesTest {
  private static final Contract CONTRACT = Contract.erpSync();

  @Test
  @Tag("D1")
  @Tag("D20")
  void anHonestServerPassesEverySample() throws IOException {
    for (Sample sample : Sample.all()) {
      if (!HonestServer.serves(sample.operation())) {
        continue;
      }
      assertThat(replay(sample, new HonestServer())).isInstanceOf(Verdict.Passed.class);
    }
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("BreakActorLink", "another value", text(body -> "false"), "body"),
        lie("BreakActorLink", "a string for a boolean", text(body -> "\"true\""), "body"),
        lie("BreakActorLink", "a number for a boolean", text(body -> "1"), "body"),
        lie("BreakActorLink", "a wrapped value", text(body -> "{\"value\":true}"), "body"),
        lie("BreakActorLink", "no JSON", text(body -> "True"), "body"),
        lie("BreakActorLink", "more than one value", text(body -> "true true"), "body"),
        lie("BreakActorLink", "an empty body", text(body -> ""), "body"),
        lie("BreakActorLink", "another status", status(201), "status"),
        lie("BreakActorLink", "an error", status(500), "status"),
        lie("BreakActorLink", "no Content-Type", type(null), "Content-Type"),
        lie(
            "BreakActorLink",
            "another Content-Type",
            type("text/html; charset=utf-8"),
            "Content-Type"),
        lie(
            "BreakActorLink",
            "another charset",
            type("application/json; charset=latin1"),
            "Content-Type"),
        lie("BreakActorLink", "no charset", type("application/json"), "Content-Type"),
        lie("ConnectActor", "200 instead of 204", status(200), "status"),
        lie("ConnectActor", "a body in a 204", text(body -> "null"), "body"),
        lie(
            "ConnectActor",
            "a Content-Type in a 204",
            type("application/json; charset=utf-8"),
            "Content-Type"),
        lie(
            "SaveConnection",
            "a lost property",
            text(body -> body.replace("\"Deleted\":true,", "")),
            "/Deleted"),
        lie(
            "SaveConnection",
            "an unknown property",
            text(body -> body.replace("{\"ErpConnectionId\"", "{\"Id\":1,\"ErpConnectionId\"")),
            "/Id"),
        lie(
            "SaveConnection",
            "another letter case",
            text(body -> body.replace("\"Active\"", "\"active\"")),
            "/Active"),
        lie(
            "SaveConnection",
            "another value",
            text(body -> body.replace("Emard", "Emerd")),
            "/DisplayName"),
        lie(
            "SaveConnection",
            "a null for a value",
            text(body -> body.replace("\"rerum\"", "null")),
            "/MostRecentTimestamp"),
        lie(
            "SaveConnection",
            "a text for a number",
            text(body -> body.replace("816", "\"816\"")),
            "/ErpConnectionId"),
        lie(
            "SaveConnection",
            "another order of a list",
            text(body -> body.replace("350,185", "185,350")),
            "/UserGroupAccessIds"),
        lie(
            "SaveConnection",
            "a lost key of a dictionary",
            text(body -> body.replace("\"ConfigFields1\":\"est\",", "")),
            "/ConfigFields"),
        lie("SaveConnection", "a list for an object", text(body -> "[" + body + "]"), "body"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("lies")
  void isFound(String operation, String what, UnaryOperator<Response> lie, String where)
      throws IOException {
    var honest = new HonestServer();
    Sender liar =
        request ->
            request.path().endsWith(operation)
                ? lie.apply(honest.send(request))
                : honest.send(request);
    assertFound(operation, liar, where);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "{\"value\":true}", "True", "true true", ""})
  void aWrongTypeIsFoundWithoutKnowingTheState(String body) {
    var type = Optional.of("application/json; charset=utf-8");
    var replay =
        new Replay(
            CONTRACT,
            request -> new Response(200, type, body),
            Optional.empty(),
            Optional.empty(),
            Encoding.JSON,
            new SameValue());
    assertThat(replay.replay(ReplayCase.of(sample("BreakActorLink"))))
        .isInstanceOf(Verdict.Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void eitherAnswerPassesByStructureWithoutKnowingTheState(String body) {
    var type = Optional.of("application/json; charset=utf-8");
    var replay =
        new Replay(
            CONTRACT,
            request -> new Response(200, type, body),
            Optional.empty(),
            Optional.empty(),
            Encoding.JSON,
            new SameValue());
    assertThat(replay.replay(ReplayCase.of(sample("BreakActorLink"))))
        .isEqualTo(new Verdict.Passed("BreakActorLink / 000 / server / json", Depth.STRUCTURE));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pretences")
  void aPretendedEffectIsFound(String operation, String answer, String where) throws IOException {
    var honest = new HonestServer();
    boolean[] pretended = {false};
    Sender pretender =
        request -> {
          if (request.path().endsWith("/" + operation) && !pretended[0]) {
            pretended[0] = true;
            return answer(answer, request);
          }
          return honest.send(request);
        };
    assertFound(operation, pretender, where);
  }

  static Stream<Arguments> pretences() {
    return Stream.of(
        arguments("BreakActorLink", "true", "state after, ActorLinks"),
        arguments("ConnectActor", "", "state after, ActorLinks"),
        arguments("SaveConnection", "echo", "state after, Connections"));
  }

  @Test
  void aRefusalThatActsAllTheSameIsFound() throws IOException {
    var honest = new HonestServer();
    Sender liar =
        request -> {
          if (request.path().endsWith("/CreateActorLink")) {
            honest.send(request.to("/BreakActorLink", honestLink()));
          }
          return honest.send(request);
        };
    Sender covered =
        request -> {
          Response answer = liar.send(request);
          return request.path().endsWith("/CreateActorLink")
              ? new Response(200, answer.contentType(), "false")
              : answer;
        };
    assertFound("CreateActorLink", covered, "state after, ActorLinks");
  }

  @Test
  void aServerThatIsNotThereFailsWithItsReason() {
    Sender dead =
        request -> {
          throw new IOException("connection refused");
        };
    var replay =
        new Replay(
            CONTRACT, dead, Optional.empty(), Optional.empty(), Encoding.JSON, new SameValue());
    Verdict verdict = replay.replay(ReplayCase.of(sample("BreakActorLink")));
    assertThat(((Verdict.Failed) verdict).differences())
        .singleElement()
        .hasToString("exchange: expected an answer, found java.io.IOException: connection refused");
  }

  private static JsonNode honestLink() {
    return sample("CreateActorLink").given().path("ActorLinks").path(0);
  }

  private static Response answer(String answer, Request request) {
    Optional<String> type = Optional.of("application/json; charset=utf-8");
    return switch (answer) {
      case "" -> new Response(204, Optional.empty(), "");
      case "echo" -> new HonestServer().send(request);
      default -> new Response(200, type, answer);
    };
  }

  private static void assertFound(String operation, Sender target, String where)
      throws IOException {
    Verdict verdict = replay(sample(operation), target);
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) verdict).differences())
        .anySatisfy(d -> assertThat(d.toString()).startsWith(where + ":"));
  }

  private static Verdict replay(Sample sample, Sender target) throws IOException {
    var control = StateControl.of(target, "any");
    assertThat(control).isPresent();
    return new Replay(CONTRACT, target, control, Optional.empty(), Encoding.JSON, new SameValue())
        .replay(ReplayCase.of(sample));
  }

  private static Sample sample(String operation) {
    return Sample.all().stream()
        .filter(sample -> sample.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  private static Arguments lie(
      String operation, String what, UnaryOperator<Response> lie, String where) {
    return arguments(operation, what, lie, where);
  }

  private static UnaryOperator<Response> text(UnaryOperator<String> change) {
    return r -> new Response(r.status(), r.contentType(), change.apply(r.text()));
  }

  private static UnaryOperator<Response> status(int status) {
    return r -> new Response(status, r.contentType(), r.text());
  }

  private static UnaryOperator<Response> type(@Nullable String type) {
    return r -> new Response(r.status(), Optional.ofNullable(type), r.text());
  }
}
