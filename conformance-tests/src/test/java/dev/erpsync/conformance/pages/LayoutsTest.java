package dev.erpsync.conformance.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.erpsync.spec.Sample;
import dev.erpsync.spec.Sample.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One exchange, printed in every layout. */
class LayoutsTest {
  private static final String LAYOUTS =
      """
      page                             | line of the request
      flat-rendering.txt               | 13
      html-entities.txt                | 4
      indented-with-tabs.md            | 7
      markdown-generated-threshold.md  | 22
      markdown-id.md                   | 15
      markdown-uid.md                  | 33
      no-front-matter-plain-fences.md  | 8
      """;

  private final Path temp;

  LayoutsTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @ParameterizedTest
  @CsvSource(textBlock = LAYOUTS, delimiter = '|', useHeadersInDisplayName = true)
  void findsTheExchange(String page, int line) throws IOException {
    assertFound(page, line, text(page));
  }

  @ParameterizedTest
  @CsvSource(textBlock = LAYOUTS, delimiter = '|', useHeadersInDisplayName = true)
  void findsTheExchangeBetweenWindowsLineEnds(String page, int line) throws IOException {
    assertFound(page, line, text(page).replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @CsvSource(textBlock = LAYOUTS, delimiter = '|', useHeadersInDisplayName = true)
  void findsTheExchangeBehindAByteOrderMark(String page, int line) throws IOException {
    assertFound(page, line, "\uFEFF" + text(page));
  }

  private void assertFound(String page, int line, String text) throws IOException {
    var folder = new Folder(temp);
    Path file = folder.write(page, text);

    PageReading reading = folder.read();

    assertThat(reading.unusable()).isEmpty();
    assertThat(reading.samples()).containsExactly(new PageSample(expected(page), "", file, line));
  }

  private static Sample expected(String page) throws IOException {
    String type = "application/json; charset=utf-8";
    var json = new ObjectMapper();
    return new Sample(
        "CreateActorLink",
        "CreateActorLink-000",
        page,
        "",
        json.createObjectNode(),
        new Message(
            Map.of("Authorization", "Basic bmFtZTp3b3Jk", "Accept", type, "Content-Type", type),
            Optional.of(
                json.readTree(
                    """
                    {
                      "ErpConnectionId": 12,
                      "CrmRecordId": 34,
                      "CrmActorType": "Contact",
                      "ErpKey": "O'Hara & Sons \\"North\\"",
                      "ErpActorType": "Customer"
                    }
                    """))),
        200,
        new Message(Map.of("Content-Type", type), Optional.of(BooleanNode.TRUE)));
  }

  private static String text(String page) throws IOException {
    try (InputStream in = LayoutsTest.class.getResourceAsStream("/pages/layouts/" + page)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
