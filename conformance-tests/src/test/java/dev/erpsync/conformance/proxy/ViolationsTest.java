package dev.erpsync.conformance.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.http.RawServer;
import dev.erpsync.conformance.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each breach of the contract is found, on the side where it is, and in its place. */
class ViolationsTest {
  private static final String BREAK = "/api/v1/Agents/ErpSync/BreakActorLink";
  private static final String CONNECT = "/api/v1/Agents/ErpSync/ConnectActor";
  private static final String LOGIN = "Authorization: Basic dGplMDpUamUw\r\n";
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String XML = "Content-Type: application/xml\r\n";
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
  private static final String LINK =
      "{\"ErpConnectionId\":510,\"CrmRecordId\":473,\"CrmActorType\":\"Contact\"}";
  private static final String TRUE =
      answer(200, "Content-Type: application/json; charset=utf-8", "true");

  static Stream<Arguments> requests() {
    return Stream.of(
        request("a right one", LOGIN + JSON, LINK, "passed"),
        request(
            "names in camelCase",
            LOGIN + JSON,
            "{\"erpConnectionId\":510,\"crmRecordId\":473,\"crmActorType\":\"Contact\"}",
            "passed"),
        request("a ticket", "Authorization: sOtIcKeT 7T:a\r\n" + JSON, LINK, "passed"),
        request("a token", "Authorization: Bearer a\r\n" + JSON, LINK, "passed"),
        request(
            "a session",
            "Cookie: x=y; ASP.NET_SessionId=a\r\nX-XSRF-TOKEN: b\r\n" + JSON,
            LINK,
            "passed"),
        request(
            "a session without its token",
            "Cookie: ASP.NET_SessionId=a\r\n" + JSON,
            LINK,
            "request Authorization"),
        request("no credentials", JSON, LINK, "request Authorization"),
        request(
            "an unknown scheme",
            "Authorization: Digest a\r\n" + JSON,
            LINK,
            "request Authorization"),
        request(
            "a broken pair", "Authorization: Basic a:b\r\n" + JSON, LINK, "request Authorization"),
        request("no type", LOGIN, LINK, "request Content-Type"),
        request(
            "another type", LOGIN + "Content-Type: text/plain\r\n", LINK, "request Content-Type"),
        request(
            "an unknown charset",
            LOGIN + "Content-Type: application/json; charset=none\r\n",
            LINK,
            "request Content-Type"),
        request("no body", LOGIN + JSON, "", "request body"),
        request("half a body", LOGIN + JSON, "{\"ErpConnectionId\":", "request body"),
        request(
            "a name given twice",
            LOGIN + JSON,
            LINK.replace("}", ",\"CrmRecordId\":1}"),
            "request body"),
        request("no UTF-8", LOGIN + JSON, LINK.replace("Contact", "\u00e6"), "request body"),
        request(
            "a text for a number",
            LOGIN + JSON,
            LINK.replace("473", "\"473\""),
            "request /CrmRecordId"),
        request(
            "an unknown member",
            LOGIN + JSON,
            LINK.replace("Contact", "contact"),
            "request /CrmActorType"),
        request(
            "something missing",
            LOGIN + JSON,
            LINK.replace("CrmRecordId", "CrmRecordNo"),
            "request /CrmRecordId",
            "request /CrmRecordNo"),
        request(
            "a name in two letter cases",
            LOGIN + JSON,
            LINK.replace("{", "{\"erpConnectionId\":1,"),
            "request /ErpConnectionId"),
        request(
            "too large a number",
            LOGIN + JSON,
            LINK.replace("473", "4730000000"),
            "request /CrmRecordId"),
        request(
            "a long language",
            LOGIN + JSON + "SO-Language: " + "x".repeat(255) + "\r\n",
            LINK,
            "request SO-Language"),
        request("right XML", LOGIN + XML + "Accept: application/json\r\n", xml("473"), "passed"),
        request(
            "wrong XML",
            LOGIN + XML + "Accept: application/json\r\n",
            xml("many"),
            "request /CrmRecordId"),
        request("broken XML", LOGIN + XML + "Accept: application/json\r\n", "<a>", "request body"),
        request(
            "a right form",
            LOGIN + FORM,
            "ErpConnectionId=510&CrmRecordId=473&CrmActorType=Contact",
            "passed"),
        request(
            "a wrong form",
            LOGIN + FORM,
            "ErpConnectionId=a&CrmRecordId=473&CrmActorType=Contact",
            "request /ErpConnectionId"),
        request(
            "a right patch",
            LOGIN + "Content-Type: application/json-patch+json\r\nAccept: application/json\r\n",
            "[{\"op\":\"add\",\"path\":\"\",\"value\":" + LINK + "}]",
            "passed"),
        request(
            "a wrong patch",
            LOGIN + "Content-Type: application/json-patch+json\r\nAccept: application/json\r\n",
            "[{\"op\":\"eat\",\"path\":\"\",\"value\":" + LINK + "}]",
            "request /0/op"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requests")
  @Tag("D16")
  void ofARequest(String name, String headers, String body, List<String> places) throws Exception {
    try (var target = RawServer.saying(TRUE, true);
        var proxy = ProxyUnderTest.before(target.uri())) {
      var answer = send(proxy.uri(), "POST " + BREAK, headers, body);
      assertThat(answer.text()).isEqualTo("true");
      assertThat(proxy.nextPlaces()).containsExactlyElementsOf(places);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST /api/v1/Agents/ErpSync/breakactorlink, request path",
    "POST /api/v1/Agents/ErpSync/BreakActorLink/, request path",
    "PUT /api/v1/Agents/ErpSync/BreakActorLink, request method",
    "POST /api/v1/Agents/ErpSync/BreakActorLink?$selct=a, request query",
    "POST /api/v1/Agents/ErpSync/BreakActorLink?%24select=a, passed",
    "GET /api/v1/Agents/ErpSync/BreakActorLink, skipped",
    "POST /api/v1/Agents/ErpSync/GetErpActor, skipped",
    "POST /api/v1/Agents/Contact/CreateDefaultContactEntity, skipped"
  })
  void ofARequestLine(String line, String place) throws Exception {
    try (var target = RawServer.saying(TRUE, true);
        var proxy = ProxyUnderTest.before(target.uri())) {
      send(proxy.uri(), line, LOGIN + JSON, LINK);
      assertThat(proxy.nextPlaces()).containsExactly(place);
    }
  }

  static Stream<Arguments> answers() {
    String json = "Content-Type: application/json; charset=utf-8";
    String error =
        "{\"Error\":true,\"ErrorType\":\"a\",\"ErrorMessage\":\"b\",\"ErrorSource\":\"c\"}";
    String challenge = "\r\nWWW-Authenticate: Basic realm=\"SuperOffice Username or Ticket\"";
    return Stream.of(
        arguments(
            "another status", BREAK, answer(302, "Location: /", ""), List.of("answer status")),
        arguments(
            "a status of another operation",
            BREAK,
            "HTTP/1.1 204 No\r\n\r\n",
            List.of("answer status")),
        arguments("a gateway", BREAK, answer(504, json, error), List.of("answer status")),
        arguments(
            "another type",
            BREAK,
            answer(200, "Content-Type: application/xml; charset=utf-8", "<boolean>true</boolean>"),
            List.of("answer Content-Type")),
        arguments(
            "no charset",
            BREAK,
            answer(200, "Content-Type: application/json", "true"),
            List.of("answer Content-Type")),
        arguments("another value", BREAK, answer(200, json, "1"), List.of("answer body")),
        arguments("no value", BREAK, answer(200, json, "<html>"), List.of("answer body")),
        arguments("no UTF-8", BREAK, answer(200, json, "\"\u00e6\""), List.of("answer body")),
        arguments("nothing", BREAK, answer(200, json, ""), List.of("answer body")),
        arguments(
            "a type without a body",
            CONNECT,
            "HTTP/1.1 204 No\r\n" + json + "\r\n\r\n",
            List.of("answer Content-Type")),
        arguments(
            "an error of another form",
            BREAK,
            answer(403, json, "{\"Error\":true}"),
            List.of("answer /ErrorType", "answer /ErrorMessage", "answer /ErrorSource")),
        arguments(
            "more than documented",
            BREAK,
            answer(403, json, error.replace("}", ",\"Trace\":\"x\"}")),
            List.of("answer /Trace")),
        arguments(
            "no challenge", BREAK, answer(401, json, error), List.of("answer WWW-Authenticate")),
        arguments(
            "another challenge",
            BREAK,
            answer(401, json + "\r\nWWW-Authenticate: Negotiate abc", error),
            List.of("answer WWW-Authenticate")),
        arguments(
            "a right refusal", BREAK, answer(401, json + challenge, error), List.of("passed")),
        arguments("a rare refusal", BREAK, answer(431, json, error), List.of("passed")),
        arguments(
            "no time to wait", BREAK, answer(503, json, error), List.of("answer Retry-After")),
        arguments("packed by gzip", BREAK, packed(json, "true"), List.of("passed")),
        arguments("packed and wrong", BREAK, packed(json, "7"), List.of("answer body")),
        arguments(
            "said to be packed",
            BREAK,
            answer(200, json + "\r\nContent-Encoding: gzip", "true"),
            List.of("answer body")),
        arguments(
            "packed otherwise",
            BREAK,
            answer(200, json + "\r\nContent-Encoding: br", "true"),
            List.of("skipped")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  @Tag("D5")
  void ofAnAnswer(String name, String path, String answer, List<String> places) throws Exception {
    String body =
        path.equals(BREAK)
            ? LINK
            : LINK.replace(
                "}", ",\"ErpKey\":\"a\",\"ErpActorType\":\"Customer\",\"FieldValues\":[]}");
    try (var target = new RecordingTarget(answer);
        var proxy = ProxyUnderTest.before(target.uri())) {
      new RawSender(proxy.uri()).send(request("POST " + path, LOGIN + JSON, body));
      assertThat(proxy.nextPlaces()).containsExactlyElementsOf(places);
    } catch (CharacterCodingException e) {
      assertThat(name).isIn("no UTF-8", "packed by gzip", "packed and wrong");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, application/json; charset=utf-8, '{\"Error\":true,'",
    "text/xml, text/xml; charset=utf-8, '<ServiceError>'"
  })
  @Tag("D13")
  void aTargetThatIsAwayIsSaidToBeInTheFormatThatIsAskedFor(
      String accept, String type, String start) throws Exception {
    int port;
    try (var socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (var proxy = ProxyUnderTest.before(URI.create("http://127.0.0.1:" + port))) {
      Response answer =
          send(proxy.uri(), "POST " + BREAK, LOGIN + JSON + "Accept: " + accept + "\r\n", LINK);
      assertThat(answer.status()).isEqualTo(502);
      assertThat(answer.contentType()).hasValue(type);
      assertThat(answer.text()).contains(start).contains("The target does not answer.");
      assertThat(proxy.nextPlaces()).containsExactly("answer body");
    }
  }

  @Test
  void valuesAreNotTold() throws Exception {
    String answer = answer(200, "Content-Type: application/json; charset=utf-8", "\"secret-1\"");
    try (var target = RawServer.saying(answer, true);
        var proxy = ProxyUnderTest.before(target.uri())) {
      String body = LINK.replace("473", "\"secret-2\"");
      send(proxy.uri(), "POST " + BREAK + "?x=secret-3", LOGIN + JSON + "X-My: secret-4\r\n", body);
      assertThat(proxy.next().toString())
          .doesNotContain("secret", "dGplMDpUamUw", "Contact")
          .contains("\"CrmRecordId\" : \"string\"", "?x=***", "X-my: ***", "answer body");
    }
  }

  private static Arguments request(String name, String headers, String body, String... places) {
    return arguments(name, headers, body, List.of(places));
  }

  private static String xml(String id) {
    return "<BreakActorLinkRequest><ErpConnectionId>510</ErpConnectionId><CrmRecordId>"
        + id
        + "</CrmRecordId><CrmActorType>Contact</CrmActorType></BreakActorLinkRequest>";
  }

  private static String answer(int status, String headers, String body) {
    return "HTTP/1.1 %d X\r\n%s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, headers, body.length(), body);
  }

  private static String packed(String headers, String body) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(body.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return answer(
        200, headers + "\r\nContent-Encoding: gzip", bytes.toString(StandardCharsets.ISO_8859_1));
  }

  private static Response send(URI proxy, String line, String headers, String body)
      throws IOException {
    return new RawSender(proxy).send(request(line, headers, body));
  }

  private static String request(String line, String headers, String body) {
    return "%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(line, headers, body.length(), body);
  }
}
