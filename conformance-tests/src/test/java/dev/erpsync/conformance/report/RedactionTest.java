package dev.erpsync.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.conformance.replay.Depth;
import dev.erpsync.conformance.replay.Difference;
import dev.erpsync.conformance.replay.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server answers may repeat what it was sent; no credential leaves the kit that way. */
class RedactionTest {
  @ParameterizedTest
  @CsvSource({
    "Basic bWU6bXk6c2VjcmV0, got Basic bWU6bXk6c2VjcmV0 of me:my:secret, got Basic *** of ***",
    "basic bWU6bXk6c2VjcmV0, me:my:secret, ***",
    "Bearer abc, Bearer abc, Bearer ***",
    "SoTicket 7T:x, 7T:x is over, *** is over",
    "token, a token, a ***",
    "'', nothing, nothing",
    "Basic, none, none"
  })
  void masksWhatWasSent(String authorization, String text, String masked) {
    assertThat(new Redaction(List.of(authorization)).of(text)).isEqualTo(masked);
  }

  @Test
  void masksAPasswordThatIsEscapedInJson() {
    String basic = Base64.getEncoder().encodeToString("me:a\"b".getBytes(StandardCharsets.UTF_8));
    assertThat(new Redaction(List.of("Basic " + basic)).of("{\"user\":\"me:a\\\"b\"}"))
        .isEqualTo("{\"user\":\"***\"}");
  }

  @Test
  void masksEveryPartOfAVerdict() {
    var redaction = new Redaction(List.of("Bearer abc"));
    assertThat(
            redaction.of(
                new Verdict.Failed("n", Depth.EXACT, List.of(new Difference("abc", "abc", "abc")))))
        .isEqualTo(
            new Verdict.Failed("n", Depth.EXACT, List.of(new Difference("***", "***", "***"))));
    assertThat(redaction.of(new Verdict.Skipped("n", "abc")))
        .isEqualTo(new Verdict.Skipped("n", "***"));
  }

  @Test
  void tellsADifferenceInOneLineOfLimitedLength() {
    assertThat(new Difference("", "a", "b\r\n\u001b[2Jc\u0085"))
        .hasToString("body: expected a, found b\uFFFD\uFFFD\uFFFD[2Jc\uFFFD");
    assertThat(new Difference("", "a", "x".repeat(1000)).toString()).hasSize(500).endsWith("x…");
  }
}
