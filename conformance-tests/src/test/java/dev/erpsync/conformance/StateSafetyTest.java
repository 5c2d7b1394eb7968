package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.erpsync.spec.Sample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a target stores is there after a run, however the run ends. */
class StateSafetyTest {
  private static final String STATE =
      "{\"Connectors\":[{\"ErpConnectorId\":7,\"DisplayName\":\"mine\"}]}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private ControlledServer server;

  @BeforeEach
  void start() throws IOException {
    server = ControlledServer.start(STATE);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void putsTheStateBack() throws IOException {
    server.release();
    assertThat(replay()).isEqualTo(1);
    assertThat(server.resets()).isPositive();
    assertThat(JSON.readTree(server.state())).isEqualTo(JSON.readTree(STATE));
  }

  @Test
  void resetsNothingThatCannotBeSeededAgain() {
    server.rejectSeedsAfter(0);
    assertThat(replay()).isEqualTo(2);
    assertThat(server.resets()).isZero();
    assertThat(err.toString())
        .startsWith(
            "erpsync-conformance: the emulator control cannot be used: it does not take the state: 409");
    assertThat(out.toString()).isEqualTo("0 passed, 0 failed, 0 skipped\n");
  }

  @Test
  void keepsAStateThatItCannotPutBack() throws IOException {
    server.release();
    server.rejectSeedsAfter(1);
    assertThat(replay()).isEqualTo(2);
    assertThat(out.toString())
        .contains("emulator control: expected the state of the sample, found it does not take")
        .endsWith("0 passed, %d failed, 0 skipped\n".formatted(Sample.all().size()));
    String line = err.toString().strip();
    Path kept = Path.of(line.substring(line.lastIndexOf("is kept in ") + 11));
    assertThat(kept.getFileName()).hasToString("127.0.0.1-%d.json".formatted(server.port()));
    JsonNode found = JSON.readTree(kept.toFile());
    Files.delete(kept);
    assertThat(found).isEqualTo(JSON.readTree(STATE));
  }

  @ParameterizedTest
  @CsvSource({
    "401, 2, '', the emulator control answers 401: these credentials are refused",
    "403, 1, 'The emulator control answers 403, and GetAllConnectors answers no list: answers are compared by structure only.', ''",
    "404, 1, 'The server has no emulator control, and GetAllConnectors answers no list: answers are compared by structure only.', ''"
  })
  void saysWhatTheControlAnswers(int status, int exit, String said, String complaint) {
    server.release();
    server.showStateWith(status);
    assertThat(replay()).isEqualTo(exit);
    assertThat(out.toString()).contains(said);
    assertThat(err.toString()).contains(complaint);
    assertThat(server.resets()).isZero();
  }

  @Test
  void putsTheStateBackWhenItIsToldToStop() throws Exception {
    Process kit =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "replay",
                "--base-url",
                server.url())
            .redirectErrorStream(true)
            .start();
    assertThat(server.isCalled()).isTrue();
    // By its handle: the process object would close the stream that is still to be read.
    assertThat(kit.toHandle().destroy()).isTrue();
    server.release();
    String said = new String(kit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(kit.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(JSON.readTree(server.state())).isEqualTo(JSON.readTree(STATE));
    assertThat(said).containsPattern("\\d passed, \\d failed, \\d skipped");
  }

  private int replay() {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("replay", "--base-url", server.url());
  }
}
