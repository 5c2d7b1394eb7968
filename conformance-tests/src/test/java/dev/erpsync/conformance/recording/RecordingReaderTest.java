package dev.erpsync.conformance.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.conformance.yaml.YamlFileException;
import dev.erpsync.spec.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings are read in their order, or rejected with file and line. */
class RecordingReaderTest {
  private static final String GOOD =
      """
      BreakActorLink-000002:
        request:
          headers:
            Content-Type: application/json
          text: '{"erpConnectionId":1}'
        response:
          status: 200
          body:
            value: true
      """;

  @TempDir Path folder;

  @Test
  void filesAreReadByNameAndSeveralExchangesOfAFileInTheirOrder() throws Exception {
    write("2.yaml", GOOD + GOOD.replace("000002", "000001"));
    write("1.yaml", GOOD.replace("000002", "000003"));
    write(".4.tmp", "half of a fi");
    assertThat(new RecordingReader(Contract.erpSync()).read(folder))
        .extracting(each -> each.sample().name() + ":" + each.line())
        .containsExactly(
            "BreakActorLink-000003:1", "BreakActorLink-000002:1", "BreakActorLink-000001:10");
  }

  @Test
  void theSamplesOfTheContractAreExchangesToo() throws Exception {
    Path samples = Path.of("..", "spec", "samples");
    assertThat(new RecordingReader(Contract.erpSync()).read(samples))
        .filteredOn(each -> each.operation().equals("BreakActorLink"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.text()).isEmpty();
              assertThat(each.sent().orElseThrow().path("CrmRecordId").asInt()).isEqualTo(473);
            });
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("- a\n", ":1: the file, exchanges are written by name"),
        arguments("a: [", ":1: expected the node content"),
        arguments(
            GOOD.replace("BreakActorLink-", "Break-"),
            ":1: /Break-000002, the name must be OPERATION-NUMBER, of the contract"),
        arguments(
            GOOD.replace("request:", "requests:"),
            ":2: /BreakActorLink-000002/requests, there is no such member"),
        arguments(
            GOOD.replace("text:", "text2:"),
            ":5: /BreakActorLink-000002/request/text2, there is no such member"),
        arguments(
            GOOD.replace("1}'", "1'"),
            ":5: /BreakActorLink-000002/request/text, this is no JSON: "),
        arguments(
            GOOD.replace("'{\"erpConnectionId\":1}'", "''"),
            ":5: /BreakActorLink-000002/request/text, this is no JSON, but nothing"),
        arguments(
            GOOD.replace("application/json", "7"),
            ":4: /BreakActorLink-000002/request/headers/Content-Type, a header is a text"),
        arguments(
            GOOD.replace("200", "204"),
            ":7: /BreakActorLink-000002/response/status, BreakActorLink has no such status"),
        arguments(
            GOOD.replace("value: true", "values: true"),
            ":8: /BreakActorLink-000002/response/body, a body has a value"),
        arguments(
            GOOD.substring(0, GOOD.indexOf("  response")),
            ":1: /BreakActorLink-000002/response, this must have body, headers, status"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aFaultIsNamedWithFileAndLine(String text, String fault) throws IOException {
    Path file = write("wrong.yaml", text);
    assertThatThrownBy(() -> new RecordingReader(Contract.erpSync()).read(folder))
        .isInstanceOf(YamlFileException.class)
        .hasMessageStartingWith(file + fault);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
