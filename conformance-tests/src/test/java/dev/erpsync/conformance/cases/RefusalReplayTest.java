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

/** Right answers to what HTTP itself refuses: none is taken for wrong. */
@Tag("D5")
@Tag("D6")
class RefusalReplayTest {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String MALFORMED =
      "{\"Message\":\"In words\",\"MessageDetail\":\"of its own\"}";
  private static final String FAILED =
      "{\"Error\":true,\"ErrorType\":\"a\",\"ErrorMessage\":\"b\",\"ErrorSource\":\"c\"}";
  private static final String XML =
      "<MalformedRequest><Message>a</Message><MessageDetail>b</MessageDetail></MalformedRequest>";
  private static final String HTML = "<!DOCTYPE html><html><body>Bad Request</body></html>";

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

  private static String answer(int status, String headers, String type, String body) {
    return "HTTP/1.1 %d Said\r\n%sContent-Type: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(status, headers, type, body.getBytes(StandardCharsets.UTF_8).length, body);
  }
}
