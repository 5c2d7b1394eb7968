package dev.erpsync.conformance.own;

import static dev.erpsync.conformance.own.Lie.both;
import static dev.erpsync.conformance.own.Lie.header;
import static dev.erpsync.conformance.own.Lie.status;
import static dev.erpsync.conformance.own.Lie.text;
import static dev.erpsync.conformance.own.Lie.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.conformance.format.Wire;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.http.Sender;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Case;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lies about languages, rights and discovery: each is found, and nobody honest taken for a liar.
 */
@Tag("D14")
@Tag("D15")
@Tag("D18")
@Tag("D19")
class LiesAboutDiscoveryAndLanguageTest {
  private static final String HTML = "<!DOCTYPE html><html><body>Not here.</body></html>";

  @RegisterExtension static final HonestJar SERVER = new HonestJar();

  static Stream<Arguments> lies() {
    return Stream.of(
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
            "body"));
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
  void aDescriptionThatCallsTheOperationIsFound() throws IOException {
    Case asked = HonestJar.asked("Describe", "description-of-BreakActorLink");
    Sample sample = HonestJar.asked("BreakActorLink", "000").sample();
    Sender honest = SERVER.honest();
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
    Verdict verdict = SERVER.replay(acting).replay(asked, Wire.DOCUMENTED, "acting");
    assertThat(((Verdict.Failed) verdict).differences())
        .singleElement()
        .satisfies(d -> assertThat(d.toString()).startsWith("state after, ActorLinks:"));
  }

  @Test
  void aTargetWithoutDescriptionsIsSparedAndOneThatRefusesOtherwiseIsNot() throws IOException {
    Case asked = HonestJar.asked("Describe", "description-of-BreakActorLink");
    Lie absent =
        (request, r) ->
            request.method().equals("GET")
                ? new Response(
                    404,
                    Optional.of("application/json; charset=utf-8"),
                    "{\"Error\":true,\"ErrorType\":\"a\",\"ErrorMessage\":\"b\",\"ErrorSource\":\"c\"}")
                : r;
    assertThat(SERVER.replay(SERVER.lying(absent)).replay(asked, Wire.DOCUMENTED, "absent"))
        .isEqualTo(
            new Verdict.Skipped(
                "absent",
                "No page says how an operation is described; the target does not. (D19)"));
    assertThat(SERVER.replay(SERVER.lying(status(401))).replay(asked, Wire.DOCUMENTED, "asking"))
        .isInstanceOf(Verdict.Failed.class);
  }

  /**
   * A server that keeps one language of what it was sent answers rightly, and has lost the rest.
   */
  @Test
  void aStoredTextThatLostItsLanguagesIsFound() throws IOException {
    Case asked = HonestJar.asked("SaveConnection", "own-header-over-accept-language");
    Sender honest = SERVER.honest();
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
    Verdict verdict = SERVER.replay(losing).replay(asked, Wire.DOCUMENTED, "losing");
    assertThat(((Verdict.Failed) verdict).differences())
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.toString()).startsWith("state after, Connections:"));
  }

  private static Arguments lie(
      String operation, String name, Encoding encoding, String what, Lie lie, String where) {
    return arguments(operation, name, encoding, what, lie, where);
  }
}
