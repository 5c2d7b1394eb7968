package dev.erpsync.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What HTTP itself refuses, as it is written down. */
@Tag("D6")
class RefusalTest {
  private static final List<Refusal> ALL = Refusal.all();

  /** 408 takes a target's patience, and 429 guessed passwords. */
  @Test
  void hasEveryStatusOfHttpItself() {
    Set<Integer> statuses = ALL.stream().map(Refusal::status).collect(Collectors.toSet());
    assertThat(statuses)
        .containsExactlyInAnyOrder(400, 401, 403, 404, 405, 413, 414, 415, 417, 421, 431, 501, 505);
  }

  /** What may be answered otherwise shows nothing of a target that does. */
  @Test
  void bindsEveryServerToMostOfThem() {
    assertThat(ALL).hasSizeGreaterThan(50);
    assertThat(ALL).filteredOn(row -> row.unless().isEmpty()).hasSizeGreaterThanOrEqualTo(28);
    assertThat(ALL)
        .filteredOn(row -> row.unless().isEmpty())
        .extracting(Refusal::status)
        .contains(400, 401, 404, 405, 415, 505);
    assertThat(ALL)
        .allMatch(
            row -> row.unless().map(why -> why.endsWith(".") || why.endsWith(")")).orElse(true));
  }

  @Test
  void saysWhatIsSent() {
    Refusal row =
        ALL.stream().filter(each -> each.name().equals("two lengths")).findFirst().orElseThrow();
    Map<String, String> values = Map.of("break", "/b", "host", "h:1", "login", "L: {x*2}");
    assertThat(row.request("text/xml", values))
        .isEqualTo(
            """
            POST /b HTTP/1.1
            Accept: text/xml
            Host: h:1
            L: {x*2}
            Content-Type: application/json
            Content-Length: 1
            Content-Length: 2

            {}"""
                .replace("\n", "\r\n"));
    assertThat(row.errorType()).isEmpty();
    assertThat(row.message()).isEqualTo("request line or headers: Multiple Content-Lengths.");
  }

  @Test
  void leavesNoPlaceholderBehind() {
    Map<String, String> values =
        Map.of("break", "/b", "host", "h", "login", "L: l", "stranger", "L: s");
    assertThat(ALL)
        .extracting(row -> row.request("*/*", values))
        .noneMatch(request -> request.matches("(?s).*\\{(break|host|login|stranger|.\\*\\d+)}.*"))
        .doesNotHaveDuplicates();
  }
}
