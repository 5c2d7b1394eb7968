package dev.erpsync.conformance.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.erpsync.conformance.yaml.YamlFileException;
import dev.erpsync.spec.Scenario;
import dev.erpsync.spec.Step;
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

/** Files of scenarios that users write: read, or refused with the line. */
class ScenarioFileTest {
  private static final String GOOD =
      """
      .record: &record { ErpConnectionId: 1, CrmActorType: Contact, CrmRecordId: 7 }
      Nothing is linked yet:
        because: I say so.
        steps:
          - call: BreakActorLink
            body: *record
            expect: { value: false }
          - call: CreateActorLink
            body: { <<: *record, ErpActorType: Customer, ErpKey: a }
            expect:
              value: true
      """;

  @TempDir Path folder;

  @Test
  void areReadAsThoseOfTheContract() throws Exception {
    assertThat(ScenarioFile.read(file(GOOD)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.name()).isEqualTo("Nothing is linked yet");
              assertThat(each.topic()).isEqualTo("mine.yaml");
              assertThat(each.steps())
                  .extracting(Step::operation)
                  .containsExactly("BreakActorLink", "CreateActorLink");
            });
  }

  /** What the contract's scenarios are packed from can be handed to a user as it is. */
  @Test
  void canBeThoseOfTheContract() throws Exception {
    Path races = Path.of("..", "spec", "scenarios", "races.yaml");
    assertThat(ScenarioFile.read(races))
        .extracting(Scenario::name)
        .contains("Of many who break a link exactly one does");
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        arguments("a: [", ":1: expected the node content, but found"),
        arguments("a: 1\na: 2\n", ":2: found duplicate key a"),
        arguments("", ":1: the file, scenarios are written by name"),
        arguments("- a\n", ":1: the file, scenarios are written by name"),
        arguments("\na: !!java.io.File [x]\n", ":2: Global tag is not allowed"),
        arguments(
            GOOD.replace("because", "becaus"),
            ":3: /Nothing is linked yet/becaus, a scenario has no becaus (and 1 more)"),
        arguments(
            GOOD.replace("call: Cr", "call: cr"),
            ":8: /Nothing is linked yet/steps/1/call, the contract has no operation creat"),
        arguments(
            GOOD.replace("value: true", "valu: true"),
            ":11: /Nothing is linked yet/steps/1/expect/valu, expect has no valu"),
        arguments(
            GOOD.replace("ErpKey: a", "ErpKey: '${a}'"),
            ":8: /Nothing is linked yet/steps/1, nothing is remembered as a"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void areRefusedWithTheLine(String text, String reason) throws IOException {
    Path file = file(text);
    assertThatThrownBy(() -> ScenarioFile.read(file))
        .isInstanceOf(YamlFileException.class)
        .hasMessageStartingWith(file + reason);
  }

  @Test
  void areRefusedWhenTheyCannotBeRead() throws IOException {
    Path none = folder.resolve("none.yaml");
    assertThatThrownBy(() -> ScenarioFile.read(none)).hasMessage(none + ": there is no such file");
    Path latin = folder.resolve("latin.yaml");
    Files.write(latin, "é".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> ScenarioFile.read(latin)).hasMessage(latin + ": it is not in UTF-8");
    Path large = Files.writeString(folder.resolve("large.yaml"), "#".repeat((1 << 20) + 1));
    assertThatThrownBy(() -> ScenarioFile.read(large))
        .hasMessage(large + ": it is larger than 1048576 bytes");
    assertThatThrownBy(() -> ScenarioFile.read(folder)).hasMessageStartingWith(folder + ": ");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("mine.yaml"), text);
  }
}
