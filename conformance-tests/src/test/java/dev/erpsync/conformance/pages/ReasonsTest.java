package dev.erpsync.conformance.pages;

import static dev.erpsync.conformance.pages.Folder.EXCHANGE;
import static dev.erpsync.conformance.pages.Folder.request;
import static dev.erpsync.conformance.pages.Folder.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every reason why a page, or an exchange on it, is not used. */
class ReasonsTest {
  private final Path temp;

  ReasonsTest(@TempDir Path temp) {
    this.temp = temp;
  }

  static Stream<Arguments> texts() {
    String other = request("34").replace("BreakActorLink", "Unheard");
    return Stream.of(
        arguments("an empty page", "", 0, "no request found"),
        arguments("prose", "# Words\n\nNothing else.\n", 0, "no request found"),
        arguments(
            "the route and an example of a query only",
            """
            ```http
            POST /api/v1/Agents/ErpSync/BreakActorLink
            ```
            ```http
            POST /api/v1/Agents/ErpSync/BreakActorLink?$select=name
            ```
            """,
            0,
            "no request found"),
        arguments("only a request", "\n" + request("34"), 2, "request without response"),
        arguments("two requests", request("34") + EXCHANGE, 1, "request without response"),
        arguments("only a response", "\n" + response("true"), 2, "response without request"),
        arguments("two responses", EXCHANGE + response("true"), 11, "response without request"),
        arguments(
            "a request body that is cut off",
            "POST /api/v1/Agents/ErpSync/BreakActorLink\nAccept: */*\n\n{\"A\":\n```\n"
                + response("true"),
            4,
            "the body is not JSON: Unexpected end-of-input within/between Object entries"),
        arguments(
            "a request body with an error on its second line",
            "POST /api/v1/Agents/ErpSync/BreakActorLink\nAccept: */*\n\n\n{\"A\": 1,\nB: 2}\n\n"
                + response("true"),
            6,
            "the body is not JSON: Unexpected character ('B' (code 66)): was expecting"
                + " double-quote to start field name"),
        arguments(
            "a body that says a name twice",
            "POST /api/v1/Agents/ErpSync/BreakActorLink\nAccept: */*\n\n{\"A\": 1,\n\"A\": 2}\n\n"
                + response("true"),
            5,
            "the body is not JSON: Duplicate field 'A'"),
        arguments(
            "a response body that is prose",
            request("34") + response("Nothing to see here."),
            9,
            "the body is not JSON: Unrecognized token 'Nothing': was expecting (JSON String,"
                + " Number, Array, Object or token 'null', 'true' or 'false')"),
        arguments(
            "a response body with more than a number on its line",
            request("34") + response("2 minutes"),
            9,
            "the body is not JSON: Unrecognized token 'minutes': was expecting (JSON String,"
                + " Number, Array, Object or token 'null', 'true' or 'false')"),
        arguments(
            "an operation that nobody knows",
            other + response("true"),
            1,
            "the contract has no operation Unheard"),
        arguments(
            "a method that the contract does not have",
            request("34").replace("POST", "GET") + response("true"),
            1,
            "the contract has BreakActorLink with POST, not with GET"),
        arguments("a binary file", "a\0b", 0, "binary, or not UTF-8"),
        arguments(
            "a page of more than 1 MiB", "\n".repeat(1024 * 1024 + 1), 0, "larger than 1 MiB"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void saysWhatIsWrongAndWhere(String what, String text, int line, String reason) {
    var folder = new Folder(temp);
    Path file = folder.write("page.txt", text);

    assertThat(folder.read().unusable()).containsExactly(new UnusablePage(file, line, reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\n"})
  void readsAPageOfOneMebibyte(String end) {
    var folder = new Folder(temp);
    folder.write("page.txt", EXCHANGE + "a".repeat(1024 * 1024 - EXCHANGE.length() - 1) + end);

    PageReading reading = folder.read();

    assertThat(reading.unusable()).isEmpty();
    assertThat(reading.samples()).hasSize(1);
  }

  @Test
  void refusesOtherEncodings() {
    var folder = new Folder(temp);
    Path latin = folder.write("latin", "é".getBytes(StandardCharsets.ISO_8859_1));
    Path wide = folder.write("wide", EXCHANGE.getBytes(StandardCharsets.UTF_16));

    assertThat(folder.read().unusable())
        .containsExactly(
            new UnusablePage(latin, 0, "binary, or not UTF-8"),
            new UnusablePage(wide, 0, "binary, or not UTF-8"));
  }

  @Test
  void namesAFileThatCannotBeRead() throws IOException {
    var folder = new Folder(temp);
    folder.write("page.txt", EXCHANGE);
    Path dangling = Files.createSymbolicLink(temp.resolve("gone.txt"), temp.resolve("nowhere"));

    PageReading reading = folder.read();

    assertThat(reading.samples()).hasSize(1);
    assertThat(reading.unusable())
        .containsExactly(new UnusablePage(dangling, 0, "cannot be read: not a file"));
  }

  @Test
  void keepsTheGoodExchangesOfAPageWithABadOne() {
    var folder = new Folder(temp);
    Path page = folder.write("page.txt", request("1") + response("tru") + EXCHANGE + request("2"));

    PageReading reading = folder.read();

    assertThat(reading.samples())
        .extracting(found -> found.sample().name(), PageSample::line)
        .containsExactly(tuple("BreakActorLink-000", 11));
    assertThat(reading.unusable())
        .containsExactly(
            new UnusablePage(
                page,
                9,
                "the body is not JSON: Unrecognized token 'tru': was expecting (JSON String,"
                    + " Number, Array, Object or token 'null', 'true' or 'false')"),
            new UnusablePage(page, 21, "request without response"));
  }

  @Test
  void namesItselfWithItsPlace() {
    Path page = Path.of("page.txt");

    assertThat(new UnusablePage(page, 7, "is so")).hasToString("page.txt:7: is so");
    assertThat(new UnusablePage(page, 0, "is so")).hasToString("page.txt: is so");
  }
}
