package dev.erpsync.conformance.pages;

import static dev.erpsync.conformance.pages.Folder.EXCHANGE;
import static dev.erpsync.conformance.pages.Folder.request;
import static dev.erpsync.conformance.pages.Folder.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangesTest {
  private final Path temp;

  ExchangesTest(@TempDir Path temp) {
    this.temp = temp;
  }

  @Test
  void findsSeveralExchangesOnAPageAndKeepsTwins() {
    var folder = new Folder(temp);
    folder.write("page.txt", EXCHANGE + EXCHANGE + request("35") + response("false"));

    assertThat(folder.read().samples())
        .extracting(
            PageSample::line,
            found -> found.sample().name(),
            found -> found.sample().response().body().orElseThrow().asText())
        .containsExactly(
            tuple(1, "BreakActorLink-000", "true"),
            tuple(11, "BreakActorLink-001", "true"),
            tuple(21, "BreakActorLink-002", "false"));
  }

  @Test
  void keepsTheQueryOfTheRequestLine() {
    var folder = new Folder(temp);
    folder.write(
        "page.txt",
        EXCHANGE.replace("/BreakActorLink\n", "/BreakActorLink?$select=a,b%20c&x= HTTP/1.1\n"));
    folder.write(
        "page2.txt", EXCHANGE.replace("/BreakActorLink\n", "/BreakActorLink?id=7 HTTP/1.1\n"));

    assertThat(folder.read().samples())
        .extracting(PageSample::query)
        .containsExactly("$select=a,b%20c&x=", "id=7");
  }

  @Test
  void joinsRepeatedHeadersAndKeepsTheOrder() {
    var folder = new Folder(temp);
    folder.write(
        "page.txt", EXCHANGE.replaceFirst("Content", "Zeta: 1\nAlpha:2\nZeta: 3\nContent"));

    assertThat(folder.read().samples().get(0).sample().request().headers().toString())
        .isEqualTo("{Zeta=1, 3, Alpha=2, Content-Type=application/json}");
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("null", "Content-Type: x/y\n\nnull", "null"),
        arguments("a number", "Content-Type: x/y\n\n-1.5e3", "-1.5e3"),
        arguments("a text", "Content-Type: x/y\n\n\"a # b\"", "\"a # b\""),
        arguments("an array", "Content-Type: x/y\n\n[\n1,\n\n2\n] and so on", "[1, 2]"),
        arguments("an object and prose", "Content-Type: x/y\n{}\nsome words {", "{}"),
        arguments("without a type", "Accept: x/y\n\n{\"A\": 1}", "{\"A\": 1}"),
        arguments(
            "decoded", "Accept: x/y\n\n{&quot;A&quot;: &quot;&amp;lt;&quot;}", "{\"A\": \"&lt;\"}"),
        arguments("a decoded text", "Accept: x/y\n\n&#x22;&copy;&quot;", "\"&copy;\""),
        arguments("not decoded", "Accept: x/y\n\n{\"A\": \"&quot;\"}", "{\"A\": \"&quot;\"}"),
        arguments("nothing", "Accept: x/y\n\n", null),
        arguments("nothing but a space", "Content-Type: x/y\n\n&nbsp;\n\u00A0\n", null),
        arguments("a fence", "Content-Type: x/y\n```\n{}", null),
        arguments("a heading", "Content-Type: x/y\n## Answer\n{}", null),
        arguments("a bare heading", "Content-Type: x/y\nSample Response", null),
        arguments("prose", "Accept: x/y\n\n2 minutes to read", null),
        arguments("prose in lower case", "Accept: x/y\n\nnull and void", null));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void readsOneValueOrNone(String what, String block, @Nullable String expected)
      throws IOException {
    var folder = new Folder(temp);
    folder.write(
        "page.txt",
        "POST /api/v1/Agents/ErpSync/BreakActorLink\n" + block + "\n" + response("true"));

    PageReading reading = folder.read();

    assertThat(reading.unusable()).isEmpty();
    assertThat(reading.samples().get(0).sample().request().body()).isEqualTo(json(expected));
  }

  @Test
  void takesProseBehindAnAnswerWithoutContentForProse() throws IOException {
    var folder = new Folder(temp);
    folder.write("a.txt", request("1") + noContent("Was this page of use?"));
    folder.write("b.txt", request("1") + noContent("null"));
    folder.write("c.txt", request("1") + "HTTP/1.1 204 No Content");

    PageReading reading = folder.read();

    assertThat(reading.unusable()).isEmpty();
    assertThat(reading.samples())
        .extracting(PageSample::sample)
        .extracting(Sample::status, sample -> sample.response().body())
        .containsExactly(
            tuple(204, Optional.empty()), tuple(204, json("null")), tuple(204, Optional.empty()));
  }

  private static String noContent(String next) {
    return "HTTP/1.1 204 No Content\nContent-Type: application/json\n" + next + "\n";
  }

  private static Optional<JsonNode> json(@Nullable String text) throws IOException {
    return text == null ? Optional.empty() : Optional.of(new ObjectMapper().readTree(text));
  }
}
