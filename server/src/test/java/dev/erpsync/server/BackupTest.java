package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The commands backup and restore, and stores that are damaged. */
@Tag("D41")
class BackupTest {
  @RegisterExtension static final RunningServer SERVER = new RunningServer();

  private static final String STATE = "{\"Connectors\":[{\"ErpConnectorId\":%d}]}";

  @TempDir Path folder;

  @Test
  void whatIsBackedUpWhileTheServerRunsIsWhatIsRestored() throws Exception {
    SERVER.seed(STATE.formatted(7));
    String state = SERVER.state();
    Path backup = folder.resolve("backup.db");
    succeeds("backup", "--data", SERVER.data().toString(), "--to", backup.toString());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    SERVER.seed(STATE.formatted(8));
    assertThat(SERVER.state()).isNotEqualTo(state);

    Path data = folder.resolve("data");
    succeeds("restore", "--data", data.toString(), "--from", backup.toString());
    assertThat(stateOf(data)).isEqualTo(state);
    succeeds("restore", "--data", data.toString(), "--from", backup.toString());
    assertThat(stateOf(data)).isEqualTo(state);
    assertThat(backup).exists();
    assertThat(data).isDirectoryNotContaining("glob:**damaged*");
  }

  @Test
  void whatTheOldStoreHeldInItsLogDoesNotComeBack() throws Exception {
    Path data = folder.resolve("data");
    Path backup = folder.resolve("backup.db");
    SERVER.seed(STATE.formatted(7));
    succeeds("backup", "--data", SERVER.data().toString(), "--to", backup.toString());
    ErpSyncServer.start(RunningServer.options(data)).close();
    Path kept = Files.createDirectory(folder.resolve("kept"));
    try (var held = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("erpsync.db"))) {
      held.createStatement().execute("insert into erp_connector values (99, null, null, false)");
      for (String file : List.of("erpsync.db", "erpsync.db-wal")) {
        Files.copy(data.resolve(file), kept.resolve(file));
      }
    }
    assertThat(kept.resolve("erpsync.db-wal")).isNotEmptyFile();
    succeeds("restore", "--data", kept.toString(), "--from", backup.toString());
    assertThat(stateOf(kept)).isEqualTo(SERVER.state());
  }

  @Test
  void aDamagedStoreIsReportedAndKeptWhenABackupTakesItsPlace() throws Exception {
    Path data = SERVER.data();
    Path backup = folder.resolve("backup.db");
    SERVER.seed(STATE.formatted(7));
    succeeds("backup", "--data", data.toString(), "--to", backup.toString());
    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    byte[] wrong = damage(Files.copy(backup, damaged.resolve("erpsync.db")));
    fails("cannot open the store in " + damaged + ": it is damaged", "--data=" + damaged);
    assertThat(Files.readAllBytes(damaged.resolve("erpsync.db"))).isEqualTo(wrong);

    Path torn = cutOff(Files.copy(backup, folder.resolve("torn.db")));
    fails(
        "cannot restore " + torn + ": it is damaged",
        "restore",
        "--data=" + damaged,
        "--from=" + torn);
    assertThat(Files.readAllBytes(damaged.resolve("erpsync.db"))).isEqualTo(wrong);

    succeeds("restore", "--data=" + damaged, "--from=" + backup);
    assertThat(stateOf(damaged)).isEqualTo(SERVER.state());
  }

  @Test
  void anEmptyFileOrALogWithoutItsFileIsNoNewStore() throws Exception {
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.createFile(data.resolve("erpsync.db"));
    fails("cannot open the store in " + data + ": it is empty", "--data=" + data);
    Files.delete(data.resolve("erpsync.db"));
    Path log = Files.writeString(data.resolve("erpsync.db-wal"), "changes");
    fails(
        "cannot open the store in " + data + ": its file is missing, and its log " + log,
        "--data=" + data);
    assertThat(log).hasContent("changes");
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() throws Exception {
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Path file = Files.writeString(folder.resolve("file"), "");
    fails("there is no store in " + nothing, "backup", "--data=" + nothing, "--to=" + file + "1");
    fails(
        file + " is there already; a backup replaces nothing",
        "backup",
        "--data=" + SERVER.data(),
        "--to=" + file);
    Path below = file.resolve("below");
    fails("cannot back up into " + below, "backup", "--data=" + SERVER.data(), "--to=" + below);
    fails(
        "cannot restore " + file + ": it is empty",
        "restore",
        "--data=" + nothing,
        "--from=" + file);
    fails(
        "there is no file " + nothing.resolve("x"),
        "restore",
        "--data=" + nothing,
        "--from=" + nothing.resolve("x"));
    String state = SERVER.state();
    fails(
        "cannot restore " + file + ": it is empty",
        "restore",
        "--data=" + SERVER.data(),
        "--from=" + file);
    assertThat(SERVER.state()).isEqualTo(state);
    fails("Missing required option: '--to=FILE'", "backup");
  }

  /** Random bytes over all pages but the first. */
  private static byte[] damage(Path store) throws Exception {
    try (var file = new RandomAccessFile(store.toFile(), "rw")) {
      byte[] noise = new byte[4096];
      new Random(1).nextBytes(noise);
      for (long at = 4096; at < file.length(); at += noise.length) {
        file.seek(at);
        file.write(noise);
      }
    }
    return Files.readAllBytes(store);
  }

  private static Path cutOff(Path store) throws Exception {
    try (var file = new RandomAccessFile(store.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    return store;
  }

  private static String stateOf(Path data) throws Exception {
    try (ErpSyncServer server = ErpSyncServer.start(RunningServer.options(data))) {
      var request =
          HttpRequest.newBuilder(server.uri().resolve("/_emulator/state"))
              .header("Authorization", RunningServer.AUTHORIZATION);
      return HttpClient.newHttpClient()
          .send(request.build(), HttpResponse.BodyHandlers.ofString())
          .body();
    }
  }

  static void succeeds(String... command) throws Exception {
    Process process = run(command);
    assertThat(CommandLineTest.err(process)).isEmpty();
    assertThat(process.exitValue()).isZero();
  }

  static void fails(String reason, String... command) throws Exception {
    Process process = run(command);
    assertThat(CommandLineTest.err(process))
        .startsWith("erpsync-server: " + reason)
        .containsOnlyOnce("\n");
    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(process.exitValue()).isEqualTo(2);
  }

  private static Process run(String... command) throws Exception {
    Process process = CommandLineTest.start(Map.of("ERPSYNC_PORT", "0"), command);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process;
  }
}
