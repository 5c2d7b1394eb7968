package dev.erpsync.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The command as a process: what it prints, and how it ends. */
class CommandLineTest {
  @TempDir Path folder;

  @Test
  void printsOneLineWhenItAnswersAndEndsWithZeroWhenToldToStop() throws Exception {
    Process server = start(Map.of(), "--port", "0", "--data", folder.resolve("data").toString());
    try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine()).matches("erpsync listening on http://127\\.0\\.0\\.1:\\d+");
      terminate(server);
      assertThat(out.readLine()).isNull();
    }
    assertThat(server.exitValue()).isZero();
    assertThat(err(server)).isEmpty();
    assertThat(folder.resolve("data/driver")).isEmptyDirectory();
  }

  @Test
  void readsEveryOptionFromTheEnvironmentToo() throws Exception {
    Process server =
        start(
            Map.of(
                "ERPSYNC_PORT", "0",
                "ERPSYNC_DATA", folder.resolve("env").toString(),
                "ERPSYNC_SEED_SAMPLES", "true",
                "ERPSYNC_VALIDATION", "strict",
                "ERPSYNC_HOST", "localhost"));
    assertThat(server.inputReader().readLine())
        .startsWith("erpsync listening on http://localhost:");
    terminate(server);
    assertThat(folder.resolve("env/erpsync.db")).exists();
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    assertRefused("Unknown option: '--prot=1'", "--prot=1");
    assertRefused("Invalid value for option '--port': 'x' is not an int", "--port", "x");
    assertRefused("--port must be between 0 and 65535", "--port", "70000");
    assertRefused(
        "Invalid value for option '--validation': 'Strict' is not vendor, contract or strict",
        "--validation",
        "Strict");
    assertRefused("--host must not be empty", "--host", "");
    assertRefused("--host no.such.host.invalid is unknown", "--host", "no.such.host.invalid");
  }

  @Test
  @Tag("D17")
  void offersTheDocumentedUserToNobodyOutside() throws Exception {
    assertRefused(
        "--host 0.0.0.0 is not loopback, and the only user is the one of the public documents; --users names others",
        "--host",
        "0.0.0.0");
  }

  @Test
  @Tag("D17")
  void offersOtherUsersToEverybodyWithAWarningAndWithoutTheEmulatorControl() throws Exception {
    Path users = folder.resolve("users.json");
    GuardedServer.writeUsers(users);
    for (String control : List.of("false", "true")) {
      Process server =
          start(
              Map.of("ERPSYNC_USERS", users.toString(), "ERPSYNC_EMULATOR_CONTROL", control),
              "--port=0",
              "--host=0.0.0.0",
              "--data=" + folder.resolve("open"));
      String line = String.valueOf(server.inputReader().readLine());
      String port = line.replaceAll("erpsync listening on http://0\\.0\\.0\\.0:", "");
      assertThat(status(port, GuardedServer.ANNA)).isEqualTo(control.equals("true") ? 200 : 404);
      assertThat(status(port, RunningServer.AUTHORIZATION)).isEqualTo(401);
      terminate(server);
      assertThat(err(server)).contains("passwords and tokens travel unencrypted").hasLineCount(1);
    }
  }

  private static int status(String port, String authorization) throws Exception {
    var uri = java.net.URI.create("http://127.0.0.1:" + port + "/_emulator/state");
    var request = java.net.http.HttpRequest.newBuilder(uri).header("Authorization", authorization);
    return java.net.http.HttpClient.newHttpClient()
        .send(request.build(), java.net.http.HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void namesATlsFileThatCannotBeUsed() throws Exception {
    Path file = Files.writeString(folder.resolve("tls.pem"), "secret");
    assertRefused("--tls-cert and --tls-key need each other", "--tls-cert", file.toString());
    assertRefused(
        "cannot use the TLS file " + file + ": it holds no PEM certificates",
        "--tls-cert",
        file.toString(),
        "--tls-key",
        file.toString());
  }

  @Test
  void namesAPortThatIsTaken() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertRefused("cannot listen on 127.0.0.1:" + port + ":", "--port", port);
    }
  }

  @Test
  void namesADataDirectoryThatCannotBeUsed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertRefused("the data directory " + file + " is not a directory", "--data", file.toString());
    Path below = file.resolve("below");
    assertRefused("cannot use the data directory " + below, "--data", below.toString());
  }

  @Test
  void reportsADamagedStoreAndLeavesItAsItIs() throws Exception {
    Path data = Files.createDirectories(folder.resolve("damaged"));
    Path store = data.resolve("erpsync.db");
    Files.writeString(store, "this is no database, and was never one ".repeat(50));
    byte[] before = Files.readAllBytes(store);
    assertRefused("cannot open the store in " + data, "--data", data.toString());
    assertThat(Files.readAllBytes(store)).isEqualTo(before);
  }

  @Test
  void leavesADatabaseOfSomethingElseAsItIs() throws Exception {
    Path data = Files.createDirectories(folder.resolve("foreign"));
    sql(data, "create table theirs (id integer)");
    byte[] before = Files.readAllBytes(data.resolve("erpsync.db"));
    assertRefused(
        "cannot open the store in " + data + ": it is a database of something else",
        "--data",
        data.toString());
    assertThat(Files.readAllBytes(data.resolve("erpsync.db"))).isEqualTo(before);
  }

  @Test
  void leavesAStoreOfANewerVersionAsItIs() throws Exception {
    Path data = folder.resolve("newer");
    ErpSyncServer.start(RunningServer.options(data)).close();
    sql(
        data,
        "insert into flyway_schema_history select 999, '999', description, type, script, checksum,"
            + " installed_by, installed_on, execution_time, success from flyway_schema_history where installed_rank = 1");
    assertRefused(
        "cannot open the store in " + data + ": it was written by a newer version",
        "--data",
        data.toString());
  }

  @Test
  void namesTheServerThatHoldsTheDirectory() throws Exception {
    Path data = folder.resolve("shared");
    try (var first = ErpSyncServer.start(RunningServer.options(data))) {
      assertRefused(
          "the data directory " + data + " is in use by another server", "--data", data.toString());
      assertThat(first.uri().getPort()).isPositive();
    }
  }

  @Test
  void namesWhatIsWrongWithASeed() throws Exception {
    Path missing = folder.resolve("missing.json");
    assertRefused("cannot read seed file " + missing, "--seed", missing.toString());
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\n\"Connectors\": [}");
    assertRefused(
        "seed file " + broken + " is not well-formed JSON at line 2", "--seed", broken.toString());
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"Connectors\":1}");
    assertRefused("seed file " + wrong + ": /Connectors: ", "--seed", wrong.toString());
    Path unstorable =
        Files.writeString(
            folder.resolve("unstorable.json"),
            "{\"Connectors\":[{\"ErpConnectorId\":1,\"DisplayName\":\"a\\u0000\"}]}");
    assertRefused(
        "seed file "
            + unstorable
            + ": /Connectors/0/DisplayName: a character that XML 1.0 cannot hold (rule characters, found string)",
        "--seed",
        unstorable.toString());
    Path dangling =
        Files.writeString(
            folder.resolve("dangling.json"),
            "{\"Connections\":[{\"ErpConnectionId\":1,\"ErpConnectorId\":4}]}");
    assertRefused("cannot seed: Connector 4 does not exist.", "--seed", dangling.toString());
  }

  @Test
  @Tag("D16")
  void namesWhatIsWrongWithAUsersFile() throws Exception {
    Path users = Files.writeString(folder.resolve("users.json"), "{\"Users\":[]}");
    assertRefused(
        "users file " + users + ": /SessionKey: required (rule required, found nothing)",
        "--users",
        users.toString());
    assertRefused("--jwks needs --users, --jwt-issuer and --jwt-audience", "--jwks", "keys.json");
  }

  @Test
  void namesWhatIsWrongWithADatabaseAndNeverItsPassword() throws Exception {
    String password = "--database-password=s3cret";
    assertRefused(
        "cannot open the store in jdbc:postgresql://localhost:1/none: Connection refused",
        "--database=jdbc:postgresql://localhost:1/none",
        "--database-user=me",
        password);
    assertRefused(
        "--database must be a URL that starts with jdbc:postgresql:",
        "--database=jdbc:mysql://me:s3cret@localhost/x");
    assertRefused(
        "--database must not hold a user or a password",
        "--database=jdbc:postgresql://localhost/x?password=s3cret");
    assertRefused("a user or a password of a database needs --database", password);
    Path missing = folder.resolve("missing");
    String file = "--database-password-file=" + missing;
    String database = "--database=jdbc:postgresql://localhost:1/none";
    assertRefused("cannot read the password file " + missing, database, file);
    assertRefused(
        "--database-password and --database-password-file are one too many",
        database,
        file,
        password);
    assertRefused(
        "--database-connections must be at least 1", database, "--database-connections=0");
  }

  private static void sql(Path data, String statement) throws SQLException {
    try (var connection =
        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("erpsync.db"))) {
      connection.createStatement().execute(statement);
    }
  }

  private void assertRefused(String reason, String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of(args));
    if (!all.contains("--data")) {
      all.addAll(List.of("--data", folder.resolve("unused").toString()));
    }
    if (!all.contains("--port")) {
      all.addAll(List.of("--port", "0"));
    }
    Process server = start(Map.of(), all.toArray(String[]::new));
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(err(server))
        .startsWith("erpsync-server: " + reason)
        .containsOnlyOnce("\n")
        .doesNotContain("s3cret");
    assertThat(new String(server.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(server.exitValue()).isEqualTo(2);
  }

  @Test
  @Tag("D39")
  void aDataDirectoryThatCannotBeWrittenEndsTheStart() throws Exception {
    Path data = folder.resolve("read-only");
    Process first = start(Map.of(), "--data", data.toString(), "--port", "0");
    assertThat(first.inputReader().readLine()).startsWith("erpsync listening on ");
    terminate(first);
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assertCannotOpen(data, withoutPrivileges());
    } finally {
      Files.setPosixFilePermissions(data, before);
    }
  }

  @Test
  @Tag("D39")
  void aStoreThatCannotBeWrittenEndsTheStart() throws Exception {
    Path data = folder.resolve("read-only");
    Process first = start(Map.of(), "--data", data.toString(), "--port", "0");
    assertThat(first.inputReader().readLine()).startsWith("erpsync listening on ");
    terminate(first);
    Files.setPosixFilePermissions(
        data.resolve("erpsync.db"), PosixFilePermissions.fromString("r--r--r--"));
    assertCannotOpen(data, withoutPrivileges());
  }

  @Test
  @Tag("D39")
  @EnabledOnOs(OS.LINUX)
  void aDiskThatIsTooFullForTheStoreEndsTheStart() throws Exception {
    // No file can become larger than 150 KB: the engine fails as on a full disk.
    assertCannotOpen(
        folder.resolve("full"), List.of("sh", "-c", "ulimit -f 300; exec \"$@\"", "sh"));
  }

  private static void assertCannotOpen(Path data, List<String> wrapper) throws Exception {
    Process server = start(wrapper, Map.of(), "--data", data.toString(), "--port", "0");
    try {
      assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(err(server))
          .startsWith("erpsync-server: cannot open the store in " + data + ": ")
          .doesNotContain("damaged")
          .containsOnlyOnce("\n");
      assertThat(server.exitValue()).isEqualTo(2);
    } finally {
      server.toHandle().destroyForcibly();
    }
  }

  /** Permissions do not bind the superuser, unless it has given up its capabilities. */
  private static List<String> withoutPrivileges() {
    boolean superuser = System.getProperty("user.name").equals("root");
    return superuser ? List.of("setpriv", "--bounding-set=-all") : List.of();
  }

  /** By its handle: the process object would close the streams that are still to be read. */
  static void terminate(Process server) throws InterruptedException {
    assertThat(server.toHandle().destroy()).isTrue();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  static String err(Process server) throws IOException {
    return new String(server.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  static Process start(Map<String, String> environment, String... args) throws IOException {
    return start(List.of(), environment, args);
  }

  private static Process start(
      List<String> wrapper, Map<String, String> environment, String... args) throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 24) {
      // The jar's manifest says it; here there is no jar.
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    // It lives for seconds, too short for its best code to pay.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Duser.language=ar");
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("ERPSYNC_"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
