package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the kit says of a server that has nothing in common with ours. */
class IndependentServerTest {
  private final StringWriter out = new StringWriter();

  /** It has four operations; of the others the kit says that they are missing. */
  @Test
  void itsDocumentedExchangesConformExactly() throws IOException {
    assertThat(replay(List.of("--control"))).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "PASS  BreakActorLink / 000 / server / json  (exact)\n",
            "PASS  ConnectActor / 000 / server / json  (exact)\n",
            "PASS  ConnectActor / 001 / server / json  (exact)\n",
            "PASS  CreateActorLink / 000 / server / json  (exact)\n",
            "PASS  SaveConnection / 000 / server / json  (echo exact, rest by structure)\n",
            "FAIL  GetConnection / 000 / server / json  (structure)\n      status: expected 200, found 404 ")
        .endsWith("5 passed, %d failed, 0 skipped\n".formatted(Sample.all().size() - 5));
  }

  @Test
  void withoutControlItIsComparedAsFarAsItsStateAllows() throws IOException {
    replay(List.of());
    assertThat(out.toString())
        .startsWith(
            "The server has no emulator control, and GetAllConnectors answers 404: answers"
                + " are compared by structure only.\n")
        .contains(
            "PASS  BreakActorLink / 000 / server / json  (structure)\n",
            "SKIP  ConnectActor / 000 / server / json  refused with 404, and the state is not known\n",
            "PASS  CreateActorLink / 000 / server / json  (structure)\n",
            "SKIP  SaveConnection / 000 / server / json  refused with 404, and the state is not known\n");
  }

  @Test
  void whatItDoesNotDoIsNamed() throws IOException {
    assertThat(replay(List.of("--control"), "--cases", "--behind-proxy")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "PASS  BreakActorLink / break-without-a-link / server / json  (exact)\n",
            "PASS  CreateActorLink / create-with-a-key-in-capitals / server / json  (exact)\n",
            "PASS  CreateActorLink / create-free / server / json  (exact)\n",
            "PASS  BreakActorLink / nobody / server / json  (refusal)\n",
            "FAIL  SaveConnection / save-and-select-rights / server / json  (exact)\n",
            "      /DisplayName: expected null, found \"Emard Group\"\n",
            "FAIL  Versions / head-of-versions / server / json  (structure)\n",
            "      status: expected 200, found 501\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          twice   | BreakActorLink / break-without-a-link           | body: expected false, found true
          key     | CreateActorLink / create-with-a-key-in-capitals | body: expected true, found false
          pretend | CreateActorLink / create-free                   | state after, ActorLinks: expected {
          """)
  void aFaultOnPurposeIsFound(String fault, String exchange, String difference) throws IOException {
    replay(List.of("--control", "--wrong", fault), "--cases", "--behind-proxy");
    assertThat(out.toString())
        .containsPattern(
            "FAIL  \\Q%s\\E / server / json .*\n +\\Q%s".formatted(exchange, difference));
  }

  private int replay(List<String> server, String... options) throws IOException {
    try (var target = IndependentServer.start(server.toArray(String[]::new))) {
      List<String> command = new ArrayList<>(List.of("replay", "--base-url"));
      command.add(target.baseUrl().toString());
      command.addAll(List.of(options));
      return Main.commandLine()
          .setOut(new PrintWriter(out))
          .execute(command.toArray(String[]::new));
    }
  }
}
