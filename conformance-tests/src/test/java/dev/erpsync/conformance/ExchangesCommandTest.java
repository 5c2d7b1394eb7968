package dev.erpsync.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What {@code replay} rejects before it sends anything: recordings, and servers elsewhere. */
class ExchangesCommandTest {
  private static final String BREAK =
      """
      BreakActorLink-000001:
        request: { text: '{"erpConnectionId":1,"crmRecordId":2,"crmActorType":"Contact"}' }
        response: { status: 200, body: { value: false } }
      """;

  /** An address for documentation, which no host has (RFC 5737). */
  private static final String ELSEWHERE = "http://192.0.2.1";

  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  @Test
  void aRecordingWithAFaultIsRejectedWithFileAndLine() throws IOException {
    Path file = write(BREAK.replace("false } }", "false } "));
    assertWrongUse(file + ":4: expected ',' or '}'", "http://127.0.0.1:1");
    write(BREAK + BREAK.replace("000001", "000002").replace("\"crmR", "crmR"));
    assertWrongUse(
        file + ":5: /BreakActorLink-000002/request/text, this is no JSON", "http://127.0.0.1:1");
  }

  @Test
  void aFolderWithoutExchangesIsRejected() throws IOException {
    assertWrongUse(folder + ": there is no exchange in it", "http://127.0.0.1:1");
    Files.delete(folder);
    assertWrongUse(folder + ": it cannot be read: ", "http://127.0.0.1:1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--cases",
        "--scenarios",
        "--matrix",
        "--throttling",
        "--encoding=xml",
        "--pages=x",
        "--scenario=x"
      })
  void aRecordingIsReplayedAlone(String option) throws IOException {
    write(BREAK);
    assertWrongUse(
        "--exchanges replays a recording and nothing else", "http://127.0.0.1:1", option);
  }

  @Test
  void aServerElsewhereIsNotWrittenToUnlessThatIsAllowed() throws IOException {
    write(BREAK + BREAK.replace("000001", "000002"));
    assertWrongUse(
        ELSEWHERE
            + " is not a loopback address, and replay would write to it: the recording calls BreakActorLink 2;"
            + " what it needs is made before, and removed in the end. Use --allow-writes to permit this",
        ELSEWHERE);
    assertThat(run("replay", "--base-url", ELSEWHERE)).isEqualTo(2);
    assertThat(err.toString())
        .startsWith(
            "erpsync-conformance: %s is not a loopback address, and replay would write to it: it makes connectors,"
                .formatted(ELSEWHERE));
  }

  /** An address of this machine on which no server listens: the run begins, and ends there. */
  @Test
  void aServerElsewhereIsCalledWhenThatIsAllowed() throws IOException {
    write(BREAK);
    Optional<String> address = ownAddress();
    assumeTrue(address.isPresent(), "this machine has no address but loopback");
    String url = "http://%s:%d".formatted(address.orElseThrow(), freePort());
    assertWrongUse(url + " is not a loopback address", url);
    assertWrongUse(url + " does not answer", url, "--allow-writes");
  }

  @Test
  void theFolderCanComeFromTheEnvironment() {
    var command = new CommandLine(new ReplayCommand());
    assertThat(
            new Environment(Map.of("ERPSYNC_EXCHANGES", "x"))
                .defaultValue(command.getCommandSpec().findOption("--exchanges")))
        .isEqualTo("x");
  }

  private static Optional<String> ownAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(each -> !each.isLoopbackAddress() && each.getAddress().length == 4)
        .map(InetAddress::getHostAddress)
        .findFirst();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("recorded.yaml"), text);
  }

  private void assertWrongUse(String reason, String server, String... options) {
    List<String> command =
        new ArrayList<>(List.of("replay", "--base-url", server, "--exchanges", folder.toString()));
    command.addAll(List.of(options));
    assertThat(run(command.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString())
        .startsWith("erpsync-conformance: " + reason)
        .containsOnlyOnce(System.lineSeparator());
  }

  private int run(String... arguments) {
    err.getBuffer().setLength(0);
    return Main.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
