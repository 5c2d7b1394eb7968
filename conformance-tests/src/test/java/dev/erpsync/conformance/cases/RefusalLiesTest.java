package dev.erpsync.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.conformance.http.RawSender;
import dev.erpsync.conformance.http.RawServer;
import dev.erpsync.conformance.replay.Encoding;
import dev.erpsync.conformance.replay.Verdict;
import dev.erpsync.spec.Contract;
import dev.erpsync.spec.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong answers to what HTTP itself refuses: each is found, and no right one is taken for wrong.
 */
@Tag("D5")
@Tag("D6")
class RefusalLiesTest {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String MALFORMED =
      "{\"Message\":\"In words\",\"MessageDetail\":\"of its own\"}";
  private static final String FAILED =
      "{\"Error\":true,\"ErrorType\":\"a\",\"ErrorMessage\":\"b\",\"ErrorSource\":\"c\"}";
  private static final String XML =
      "<MalformedRequest><Message>a</Message><MessageDetail>b</MessageDetail></MalformedRequest>";
  private static final String HTML = "<!DOCTYPE html><html><body>Bad Request</body></html>";

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("no Host", Encoding.JSON, "200", answer(200, "", JSON, "true"), "status"),
        lie("no Host", Encoding.JSON, "no body", answer(400, "", JSON, ""), "body"),
        lie("no Host", Encoding.JSON, "the other body", answer(400, "", JSON, FAILED), "/Message"),
        lie("no Host", Encoding.JSON, "HTML", answer(400, "", "text/html", HTML), "Content-Type"),
        lie("no Host", Encoding.XML, "JSON", answer(400, "", JSON, MALFORMED), "Content-Type"),
        lie(
            "no Host",
            Encoding.XML,
            "HTML said to be XML",
            answer(400, "", "application/xml; charset=utf-8", HTML),
            "body"),
        lie(
            "no Host",
            Encoding.JSON,
            "no charset",
            answer(400, "", "application/json", MALFORMED),
            "Content-Type"),
        lie(
            "no Host",
            Encoding.JSON,
            "a version",
            answer(400, "Server: Jetty(12.0.1)\r\n", JSON, MALFORMED),
            "Server"),
        lie(
            "no Host",
            Encoding.JSON,
            "a stack trace",
            answer(400, "", JSON, MALFORMED.replace("words", "at a.B.c(B.java:1)")),
            "body"),
        lie(
            "no Host",
            Encoding.JSON,
            "a banner",
            answer(400, "", JSON, MALFORMED.replace("words", "nginx/1.2")),
            "body"),
        lie(
            "no Host",
            Encoding.JSON,
            "a connection that stays",
            answer(400, "", JSON, MALFORMED).replace("Connection: close\r\n", ""),
            "Connection"),
        lie("no Host", Encoding.JSON, "no HTTP", "hello", "exchange"),
        lie(
            "no credentials",
            Encoding.JSON,
            "no challenge",
            answer(401, "", JSON, FAILED),
            "WWW-Authenticate"),
        lie(
            "a method that is not served",
            Encoding.JSON,
            "no Allow",
            answer(405, "", JSON, FAILED),
            "Allow"),
        lie(
            "a method that is not served",
            Encoding.JSON,
            "an Allow without what is served",
            answer(405, "Allow: GET\r\n", JSON, FAILED),
            "Allow"),
        lie(
            "a path without end",
            Encoding.JSON,
            "a stack trace where more is served",
            answer(404, "", JSON, FAILED.replace("b", "Caused by: x")),
            "status"));
  }

  @ParameterizedTest(name = "{0} / {1}: {2}")
  @MethodSource("lies")
  void isFound(String name, Encoding encoding, String what, String answer, String where)
      throws IOException {
    Verdict verdict = replay(name, encoding, answer);
    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) verdict).differences())
        .anySatisfy(difference -> assertThat(difference.toString()).startsWith(where + ":"));
  }

  static Stream<Arguments> right() {
    return Stream.of(
        arguments("no Host", Encoding.JSON, answer(400, "Server: any\r\n", JSON, MALFORMED)),
        arguments("no Host", Encoding.XML, answer(400, "", "application/xml;charset=UTF-8", XML)),
        arguments(
            "a method that is not served",
            Encoding.JSON,
            answer(405, "allow: POST, OPTIONS\r\n", JSON, FAILED)),
        arguments("a path without end", Encoding.JSON, answer(414, "", JSON, FAILED)));
  }

  @ParameterizedTest
  @MethodSource("right")
  void wordsAreTheTargetsOwn(String name, Encoding encoding, String answer) throws IOException {
    assertThat(replay(name, encoding, answer)).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void aTargetThatIsMoreGenerousIsSpared() throws IOException {
    assertThat(replay("a path without end", Encoding.JSON, answer(404, "", "text/html", HTML)))
        .isEqualTo(
            new Verdict.Skipped(
                "HTTP / a path without end / server / json", "The target takes longer paths."));
    assertThat(replay("HTTP/2 without having agreed on it", Encoding.JSON, "\0\0\6\4\0\0"))
        .isInstanceOf(Verdict.Skipped.class);
  }

  private static Verdict replay(String name, Encoding encoding, String answer) throws IOException {
    Refusal refusal =
        Refusal.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    try (var server = RawServer.saying(answer, true)) {
      return new RefusalReplay(Contract.erpSync(), new RawSender(server.uri()), Secrets.NONE)
          .replay(refusal, encoding);
    }
  }

  private static Arguments lie(
      String name, Encoding encoding, String what, String answer, String where) {
    return arguments(name, encoding, what, answer, where);
  }

  private static String answer(int status, String headers, String type, String body) {
    return "HTTP/1.1 %d Said\r\n%sContent-Type: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, headers, type, body.getBytes(StandardCharsets.UTF_8).length, body);
  }
}
