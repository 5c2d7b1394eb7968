package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The state of a target outlives a run that is killed, and two runs at once. */
class KilledRunTest {
  private static final String STATE =
      "{\"Connectors\":[{\"ErpConnectorId\":7,\"DisplayName\":\"mine\"}]}";
  private static final String OTHER =
      "{\"Connectors\":[{\"ErpConnectorId\":8,\"DisplayName\":\"of another server\"}]}";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<Path> left = new ArrayList<>();
  private ControlledServer server;
  private Path file;

  @TempDir Path folder;

  @BeforeEach
  void start() throws IOException {
    server = ControlledServer.start(STATE);
    file = states().resolve("127.0.0.1-%d.json".formatted(server.port()));
    left.add(file);
    left.add(states().resolve("127.0.0.1-%d.lock".formatted(server.port())));
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    for (Path each : left) {
      Files.deleteIfExists(each);
    }
  }

  @Test
  void theStateOfARunIsInAFileThatOnlyItsOwnerReadsUntilItIsPutBack() throws Exception {
    Process run = startRun();
    assertThat(json(file)).isEqualTo(json(STATE));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(json(server.state())).isNotEqualTo(json(STATE));
    server.release();
    assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(json(server.state())).isEqualTo(json(STATE));
    assertThat(file).doesNotExist();
  }

  @Test
  void theNextRunPutsBackTheStateOfAKilledOne() throws Exception {
    startRun().destroyForcibly().waitFor();
    JsonNode replaced = json(server.state());
    assertThat(replaced).isNotEqualTo(json(STATE));
    server.release();
    assertThat(run("replay", "--base-url", server.url())).isEqualTo(1);
    assertThat(json(server.state())).isEqualTo(json(STATE));
    assertThat(file).doesNotExist();
    assertThat(json(aside())).isEqualTo(replaced);
  }

  /** A port is often that of another server on the next day. */
  @Test
  void theStateThatAServerHasInsteadIsKept() throws Exception {
    Files.writeString(file, STATE);
    server.setState(OTHER);
    server.release();
    assertThat(run("replay", "--base-url", server.url())).isEqualTo(1);
    assertThat(json(server.state())).isEqualTo(json(STATE));
    assertThat(json(aside())).isEqualTo(json(OTHER));
  }

  @Test
  void aStateThatIsThereAnywayIsNotKeptTwice() throws Exception {
    Files.writeString(file, STATE);
    server.release();
    assertThat(run("replay", "--base-url", server.url())).isEqualTo(1);
    assertThat(out.toString())
        .startsWith("Put back the state that a killed run left in %s\n".formatted(file));
    assertThat(file).doesNotExist();
  }

  @Test
  void aStateOfAKilledRunThatTheServerRejectsStaysInItsFile() throws Exception {
    Files.writeString(file, STATE);
    server.setState(OTHER);
    server.rejectSeedsAfter(0);
    assertThat(run("replay", "--base-url", server.url())).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            ("erpsync-conformance: the emulator control cannot be used: it cannot be given the state"
                    + " that a killed run left in %s: it does not take the state: 409")
                .formatted(file));
    assertThat(json(file)).isEqualTo(json(STATE));
    left.addAll(asides());
    assertThat(asides()).hasSize(1).allSatisfy(f -> assertThat(json(f)).isEqualTo(json(OTHER)));
  }

  /** The second one would take the state of the first one for the server's own. */
  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost"})
  void aSecondRunOnTheSameServerIsRejected(String host) throws Exception {
    Process first = startRun();
    int resets = server.resets();
    String url = "http://%s:%d/".formatted(host, server.port());
    assertThat(run("replay", "--base-url", url)).isEqualTo(2);
    assertThat(run("replay", "--base-url", url, "--restore", "" + file)).isEqualTo(2);
    String line =
        "erpsync-conformance: the emulator control cannot be used: another run uses it, and has not ended yet\n";
    assertThat(err).hasToString(line + line);
    assertThat(server.resets()).isEqualTo(resets);
    server.release();
    assertThat(first.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(json(server.state())).isEqualTo(json(STATE));
  }

  @Test
  void restoreOnlyPutsTheStateBack() throws Exception {
    startRun().destroyForcibly().waitFor();
    assertThat(run("replay", "--restore", "" + file, "--base-url", server.url())).isZero();
    assertThat(out).hasToString("Put back the state in %s\n".formatted(file));
    assertThat(json(server.state())).isEqualTo(json(STATE));
    assertThat(file).doesNotExist();
  }

  @Test
  void restoreTakesAnyFileWithAState() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.json"), OTHER);
    assertThat(run("replay", "--restore", "" + mine, "--base-url", server.url())).isZero();
    assertThat(json(server.state())).isEqualTo(json(OTHER));
    assertThat(mine).exists();
  }

  @Test
  void restoreDoesNotPassOverTheStateOfAKilledRun() throws IOException {
    Files.writeString(file, STATE);
    Path mine = Files.writeString(folder.resolve("mine.json"), OTHER);
    assertWrongUse(
        "a killed run left a state in %s: restore it, or delete the file".formatted(file),
        "--restore",
        "" + mine);
    assertThat(server.resets()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'{', ' is no JSON: '",
    "'', ' is not the state of a server'",
    "'{\"Connectors\": 1}', ' is not the state of a server'"
  })
  void restoreRejectsAFileWithoutAState(String content, String reason) throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.json"), content);
    assertWrongUse(bad + reason, "--restore", "" + bad);
    assertThat(server.resets()).isZero();
  }

  @Test
  void restoreRejectsAFileThatDoesNotExist() {
    Path none = folder.resolve("none.json");
    assertWrongUse(none + " cannot be read: ", "--restore", "" + none);
  }

  @ParameterizedTest
  @CsvSource({
    "401, the emulator control answers 401: these credentials are refused",
    "403, The emulator control answers 403: nothing is put back",
    "404, The server has no emulator control: nothing is put back"
  })
  void restoreNeedsAControl(int status, String reason) throws IOException {
    server.showStateWith(status);
    Path mine = Files.writeString(folder.resolve("mine.json"), OTHER);
    assertWrongUse(reason, "--restore", "" + mine);
  }

  @Test
  void restoreNeedsAServer() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.json"), OTHER);
    server.close();
    assertWrongUse(server.url() + " does not answer", "--restore", "" + mine);
  }

  @Test
  void restoreWritesToAServerElsewhereOnlyIfThatIsAllowed() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine.json"), OTHER);
    assertThat(run("replay", "--restore", "" + mine, "--base-url", "http://192.0.2.1"))
        .isEqualTo(2);
    assertThat(err)
        .hasToString(
            "erpsync-conformance: http://192.0.2.1 is not a loopback address, and replay would write to it:"
                + " it replaces everything that an emulator control stores. Use --allow-writes to permit this\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--cases", "--report=x", "--exchanges=x"})
  void restoreReplaysNothing(String option) {
    assertWrongUse("--restore replays nothing", "--restore", "x", option);
  }

  /** A run in a process of its own, which has replaced the state and waits for a response. */
  private Process startRun() throws Exception {
    Process run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "replay",
                "--base-url",
                server.url())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    assertThat(server.isCalled()).isTrue();
    return run;
  }

  private void assertWrongUse(String reason, String... options) {
    List<String> command = new ArrayList<>(List.of("replay", "--base-url", server.url()));
    command.addAll(List.of(options));
    assertThat(run(command.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("erpsync-conformance: " + reason)
        .containsOnlyOnce(System.lineSeparator());
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }

  /** The only file that the first line names beside that of the killed run. */
  private Path aside() throws IOException {
    left.addAll(asides());
    assertThat(asides()).hasSize(1);
    assertThat(out.toString())
        .startsWith(
            "Put back the state that a killed run left in %s; the server's state until then is kept in %s\n"
                .formatted(file, asides().get(0)));
    return asides().get(0);
  }

  private List<Path> asides() throws IOException {
    String names = "127.0.0.1-%d.2*.json".formatted(server.port());
    try (var found = Files.newDirectoryStream(states(), names)) {
      List<Path> all = new ArrayList<>();
      found.forEach(all::add);
      return all;
    }
  }

  private static Path states() throws IOException {
    return Files.createDirectories(Path.of(System.getenv("XDG_STATE_HOME"), "erpsync"));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private static JsonNode json(Path file) throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }
}
