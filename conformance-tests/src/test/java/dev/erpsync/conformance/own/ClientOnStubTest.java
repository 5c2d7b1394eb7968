package dev.erpsync.conformance.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.conformance.format.Answer;
import dev.erpsync.conformance.format.Formats;
import dev.erpsync.conformance.http.Content;
import dev.erpsync.conformance.http.HttpSender;
import dev.erpsync.conformance.http.Request;
import dev.erpsync.conformance.http.Response;
import dev.erpsync.conformance.replay.Comparison;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.conformance.report.Tally;
import dev.erpsync.conformance.serve.LocalServer;
import dev.erpsync.conformance.stub.Seen;
import dev.erpsync.conformance.stub.StubServer;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Operation;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** This project's client, right requests of others and wrong ones, on the stub. */
class ClientOnStubTest {
  private static final Contract CONTRACT = Contract.erpSync();
  private static final Sample BREAK = Sample.all().get(0);

  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private final Seen seen = new Seen(Sample.all());
  private LocalServer server = start(EnumSet.allOf(Encoding.class));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void theJavaClientMakesEveryDocumentedCall() throws Exception {
    for (Sample sample : Sample.all()) {
      JsonNode result = new ClientUnderTest(server.uri()).call(sample);
      assertThat(result).isEqualTo(sample.response().body().orElseThrow());
    }
    assertThat(seen.tally()).isEqualTo(new Tally(Sample.all().size(), 0, 0));
    assertThat(told)
        .containsExactlyElementsOf(Sample.all().stream().map(ClientOnStubTest::right).toList());
  }

  @ParameterizedTest
  @EnumSource(Encoding.class)
  @Tag("D10")
  @Tag("D11")
  void everySampleIsAnsweredAsDocumentedInEveryEncoding(Encoding encoding) throws Exception {
    var formats = new Formats(CONTRACT);
    for (Sample sample : Sample.all()) {
      Operation operation = CONTRACT.operation(sample.operation()).orElseThrow();
      Request request = formats.write(operation, documented(sample), encoding.wire());
      Answer answer = formats.read(operation, new HttpSender(server.uri()).send(request));
      assertThat(answer.status()).isEqualTo(sample.status());
      if (sample.status() == 204) {
        assertThat(answer.text()).isEmpty();
      } else {
        assertThat(answer.value()).isEqualTo(sample.response().body());
      }
    }
    assertThat(seen.tally()).isEqualTo(new Tally(Sample.all().size(), 0, 0));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(
            "another number",
            body(b -> b.put("CrmRecordId", 474)),
            400,
            "/CrmRecordId",
            "expected 473, found 474 (the closest sample is BreakActorLink-000)"),
        wrong(
            "a text",
            body(b -> b.put("CrmRecordId", "473")),
            400,
            "/CrmRecordId",
            "expected an integer, found string"),
        wrong(
            "another case",
            body(b -> b.put("CrmActorType", "contact")),
            400,
            "/CrmActorType",
            "expected one of"),
        wrong(
            "something more",
            body(b -> b.put("Extra", 1)),
            400,
            "/Extra",
            "expected no such property; known are"),
        wrong(
            "something less",
            body(b -> b.remove("CrmRecordId")),
            400,
            "/CrmRecordId",
            "expected the property, found nothing"),
        wrong(
            "half a body",
            r -> r.with(Content.of("{")),
            400,
            "",
            "expected a body in application/json, found an error at line 1"),
        wrong(
            "no body",
            r -> new Request(r.method(), r.path(), "", r.headers(), Optional.empty()),
            400,
            "",
            "expected a body, found nothing"),
        wrong(
            "a query",
            r -> new Request(r.method(), r.path(), "$select=a", r.headers(), r.content()),
            400,
            "query",
            "expected none in a documented request"),
        wrong(
            "no credentials",
            r -> r.without("Authorization"),
            401,
            "Authorization",
            "expected credentials by Basic or SoTicket or Bearer or Session with XsrfToken, found nothing"),
        wrong(
            "another type",
            r -> r.with("Content-Type", "text/plain"),
            415,
            "Content-Type",
            "expected one of application/json"),
        wrong(
            "another method",
            r -> new Request("PUT", r.path(), "", r.headers(), r.content()),
            405,
            "method",
            "expected POST, found PUT"),
        wrong(
            "a question",
            r -> new Request("GET", r.path(), "", r.headers(), Optional.empty()),
            405,
            "method",
            "expected POST, found GET"),
        wrong(
            "another path",
            r -> new Request("POST", "/api/v1/x", "", r.headers(), r.content()),
            404,
            "path",
            "expected one of /api/v1"),
        wrong(
            "a path in small letters",
            r ->
                new Request(
                    "POST", r.path().toLowerCase(Locale.ROOT), "", r.headers(), r.content()),
            404,
            "path",
            "expected /api/v1/Agents/ErpSync/BreakActorLink, found /api"),
        wrong(
            "a long body",
            body(b -> b.put("Extra", "x".repeat(1 << 20))),
            413,
            "length",
            "expected 1048576 bytes at most, found more"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  @Tag("D5")
  void aWrongRequestIsToldWhatIsWrong(
      String name, UnaryOperator<Request> change, int status, String where, String words)
      throws Exception {
    Request request = change.apply(documented(BREAK));
    Response answer = new HttpSender(server.uri()).send(request);
    assertThat(answer.status()).isEqualTo(status);
    String label =
        where.startsWith("/") ? "request body, " + where : where.isEmpty() ? "request body" : where;
    assertThat(message(answer)).contains(label + ": " + words);
    assertThat(message(new HttpSender(server.uri()).send(request.with("Accept", "text/xml"))))
        .contains(words.replace(">", "&gt;"));
    Operation operation = CONTRACT.operation(BREAK.operation()).orElseThrow();
    var comparison = new Comparison(CONTRACT);
    assertThat(
            comparison.compareForm(
                operation, Answer.json(answer), List.of("application/json; charset=utf-8")))
        .isEmpty();
    assertThat(seen.tally().passed()).isZero();
    assertThat(seen.results())
        .flatExtracting(
            each ->
                each.verdict() instanceof Verdict.Failed failed ? failed.differences() : List.of())
        .extracting(each -> each.where())
        .contains(where);
  }

  @Test
  void whatIsNotCalledIsSkippedAndAWrongCallIsNotMadeGood() throws Exception {
    var sender = new HttpSender(server.uri());
    sender.send(body(b -> b.put("CrmRecordId", 474)).apply(documented(BREAK)));
    sender.send(documented(BREAK));
    assertThat(seen.tally()).isEqualTo(new Tally(0, 1, Sample.all().size() - 1));
    assertThat(seen.results().get(1).verdict())
        .isEqualTo(
            new Verdict.Skipped("CanDeleteErpSyncConnectorEntity / 000 / client", "not called"));
    JsonNode shown =
        new ObjectMapper()
            .readTree(sender.send(new Request("GET", "/", "", Map.of(), Optional.empty())).text());
    assertThat(shown.at("/calls/0/differences/0").asText())
        .isEqualTo("/CrmRecordId: expected 473, found 474");
    assertThat(shown.at("/calls/1/verdict").asText()).isEqualTo("skipped");
  }

  @Test
  void aSampleOfAnotherEncodingThanIsAskedForIsWrong() throws Exception {
    server.close();
    server = start(EnumSet.of(Encoding.XML));
    Response answer = new HttpSender(server.uri()).send(documented(BREAK));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(message(answer))
        .contains("Content-Type: expected one in [xml], found application/json");
  }

  @Test
  @Tag("D22")
  void whatIsNullMayBeLeftOut() throws Exception {
    Sample save =
        Sample.all().stream()
            .filter(each -> each.operation().equals("SaveConnection"))
            .findFirst()
            .orElseThrow();
    Request request = documented(save);
    var changed = request.body().orElseThrow().<ObjectNode>deepCopy();
    ((ObjectNode) changed.path("Connection")).putNull("TableRight");
    assertThat(new HttpSender(server.uri()).send(request.with(Content.json(changed))).status())
        .isEqualTo(200);
    ((ObjectNode) changed.path("Connection")).withArray("AssociateAccessIds").add(7).remove(0);
    assertThat(message(new HttpSender(server.uri()).send(request.with(Content.json(changed)))))
        .contains("/Connection/AssociateAccessIds/0: expected 920, found 463")
        .contains("/Connection/AssociateAccessIds/1: expected 463, found 7");
  }

  private LocalServer start(Set<Encoding> encodings) {
    var stub =
        new StubServer(
            CONTRACT,
            Sample.all(),
            encodings,
            seen,
            (name, differences) -> told.add(name + " " + differences));
    try {
      return LocalServer.start("127.0.0.1", 0, stub, stub);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String right(Sample sample) {
    return "%s / %s / client []".formatted(sample.operation(), sample.variant());
  }

  private static Arguments wrong(
      String name, UnaryOperator<Request> change, int status, String where, String words) {
    return arguments(name, change, status, where, words);
  }

  private static UnaryOperator<Request> body(Consumer<ObjectNode> change) {
    return request -> {
      var body = request.body().orElseThrow().<ObjectNode>deepCopy();
      change.accept(body);
      return request.with(Content.json(body));
    };
  }

  private static Request documented(Sample sample) {
    Operation operation = CONTRACT.operation(sample.operation()).orElseThrow();
    return new Request(
        operation.method(),
        operation.path(),
        sample.request().query(),
        sample.request().headers(),
        sample.request().body().map(Content::json));
  }

  private static String message(Response answer) {
    return answer
        .json()
        .map(error -> error.path("MessageDetail").asText() + error.path("ErrorMessage").asText())
        .orElse(answer.text());
  }
}
