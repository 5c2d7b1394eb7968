package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.erpsync.spec.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the contract's {@code refusals.txt}, byte by byte, in JSON and in XML. */
@Tag("D5")
@Tag("D6")
@Tag("D13")
class RefusalsTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final Map<String, String> VALUES =
      Map.of(
          "break", "/api/v1/Agents/ErpSync/BreakActorLink",
          "host", "localhost",
          "login", "Authorization: " + RunningServer.AUTHORIZATION,
          "stranger", "Authorization: Basic eDp5");

  static List<Refusal> refusals() {
    return Refusal.all();
  }

  @Test
  void areOfMoreThanThirtyKinds() {
    assertThat(refusals()).hasSizeGreaterThan(30);
    assertThat(refusals()).extracting(Refusal::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void haveTheDocumentedBodyInJson(Refusal refusal) throws IOException {
    String answer = new RawClient(SERVER.uri()).send(refusal.request("application/json", VALUES));
    assertHead(answer, refusal, "application/json");
    assertThat(body(answer)).isEqualTo(expected(refusal).toString());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void haveTheDocumentedBodyInXmlUnlessTheHeadCannotBeParsed(Refusal refusal) throws IOException {
    String accept = "application/json;q=0.5, application/xml";
    String answer = new RawClient(SERVER.uri()).send(refusal.request(accept, VALUES));
    ObjectNode expected = expected(refusal);
    if (refusal.headers().containsKey("Content-Type")) {
      assertHead(answer, refusal, "application/json");
      assertThat(body(answer)).isEqualTo(expected.toString());
      return;
    }
    assertHead(answer, refusal, "application/xml");
    String root = expected.has("MessageDetail") ? "MalformedRequest" : "ServiceError";
    assertThat(body(answer))
        .isEqualTo(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><%1$s>%2$s</%1$s>"
                .formatted(root, elements(expected)));
  }

  private static void assertHead(String answer, Refusal refusal, String type) {
    List<String> head = answer.split("\r\n\r\n", 2)[0].lines().toList();
    assertThat(head.get(0)).startsWith("HTTP/1.1 " + refusal.status() + " ");
    assertThat(head)
        .contains(
            "Content-Type: " + type + ";charset=utf-8",
            "Cache-Control: no-store",
            "X-Content-Type-Options: nosniff",
            "Connection: close")
        .containsAll(
            refusal.headers().entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue())
                .toList())
        .anyMatch(line -> line.matches("X-Request-Id: [0-9a-f-]{36}"))
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("server:"))
        .noneMatch(line -> line.toLowerCase(Locale.ROOT).startsWith("x-powered-by:"));
    assertThat(answer).doesNotContainIgnoringCase("jetty", "jersey", "exception:", "at dev.");
  }

  private static ObjectNode expected(Refusal refusal) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    if (refusal.errorType().isEmpty()) {
      return body.put("Message", "The request is invalid.").put("MessageDetail", refusal.message());
    }
    return body.put("Error", true)
        .put("ErrorType", refusal.errorType().get())
        .put("Message", refusal.message())
        .put("ErrorMessage", refusal.message())
        .put("ErrorSource", "erpsync");
  }

  private static String elements(ObjectNode body) {
    return body.properties().stream()
        .map(p -> "<%1$s>%2$s</%1$s>".formatted(p.getKey(), escaped(p.getValue().asText())))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String body(String answer) {
    return answer.split("\r\n\r\n", 2)[1];
  }
}
