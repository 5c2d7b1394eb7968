package dev.erpsync.server;

import static dev.erpsync.server.GuardedServer.basic;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that write a users file, run as they are; and a server that takes what they wrote.
 */
@Tag("D16")
@SuppressWarnings("NullAway.Init")
class UsersCommandTest {
  @TempDir Path folder;
  private Path users;

  @BeforeEach
  void name() {
    users = folder.resolve("users.json");
  }

  @Test
  void whatTheyWriteIsTakenByAServer() throws Exception {
    succeeds(
        "s3cret æ\n", "user", "add", "--name=bo", "--associate-id=5", "--group=1", "--group=2");
    succeeds("other", "user", "add", "--name=anna", "--administrator");
    String ticket = succeeds("", "user", "ticket", "--name=bo");
    String token = succeeds("", "user", "token", "--name=anna");
    String app = succeeds("", "app", "add", "--name=shop");
    String spy = succeeds("", "app", "add", "--name=spy", "--erp-sync=false");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(users)))
        .isEqualTo("rw-------");
    String content = Files.readString(users);
    assertThat(content).doesNotContain("s3cret", "other", ticket, token, app, spy);
    JsonNode bo = new ObjectMapper().readTree(content).at("/Users/0");
    assertThat(bo.path("AssociateId").intValue()).isEqualTo(5);
    assertThat(bo.path("UserGroupIds").toString()).isEqualTo("[1,2]");
    assertThat(bo.path("Administrator").booleanValue()).isFalse();
    assertThat(bo.path("PasswordHash").textValue()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");

    try (var server = GuardedServer.with(users, folder, options -> {})) {
      assertThat(status(server, basic("bo", "s3cret æ"), app)).isEqualTo(200);
      assertThat(status(server, basic("bo", "s3cret"), app)).isEqualTo(401);
      assertThat(status(server, "SoTicket " + ticket, app)).isEqualTo(200);
      assertThat(status(server, "SoTicket " + ticket, spy)).isEqualTo(403);
      assertThat(
              server
                  .send("GET", "/_emulator/state", "", "Authorization", "Bearer " + token)
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void aNameThatIsThereIsOnlyReplacedWhenThatIsAsked() throws Exception {
    succeeds("first", "user", "add", "--name=bo", "--administrator");
    succeeds("", "user", "ticket", "--name=bo");
    String before = Files.readString(users);
    refuses(
        "users file " + users + ": it has 'bo' already; --replace puts the new one in its place",
        "second",
        "user",
        "add",
        "--name=bo");
    assertThat(Files.readString(users)).isEqualTo(before);
    succeeds("second", "user", "add", "--name=bo", "--replace");
    JsonNode only = new ObjectMapper().readTree(Files.readString(users)).path("Users");
    assertThat(only).hasSize(1);
    assertThat(only.get(0).has("TicketHashes")).isFalse();
    assertThat(only.get(0).path("Administrator").booleanValue()).isFalse();
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLineAndChangesNothing() throws Exception {
    refuses("the password must not be empty", "", "user", "add", "--name=bo");
    refuses("the password must not be empty", "\n", "user", "add", "--name=bo");
    refuses("users file " + users + ": /Users/0/Name: ", "pw", "user", "add", "--name=b:o");
    refuses("Missing required option: '--name=NAME'", "pw", "user", "add");
    refuses("Unknown option: '--password=x'", "pw", "user", "add", "--name=bo", "--password=x");
    refuses("users file " + users + ": there is no user 'bo'", "", "user", "token", "--name=bo");
    refuses("user what? add, ticket or token", "", "user");
    refuses("app what? add", "", "app");
    assertThat(users).doesNotExist();
    Files.writeString(users, "{\"Users\":1}");
    refuses("users file " + users + ": /", "", "app", "add", "--name=shop");
    assertThat(Files.readString(users)).isEqualTo("{\"Users\":1}");
  }

  @Test
  void aLinkStaysALink() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real")).resolve("users.json");
    GuardedServer.writeUsers(real);
    Files.createSymbolicLink(users, real);
    succeeds("pw", "user", "add", "--name=new");
    assertThat(users).isSymbolicLink();
    assertThat(Files.readString(real)).contains("\"new\"");
  }

  private static int status(GuardedServer server, String authorization, String app) {
    return server.call("Authorization", authorization, "SO-AppToken", app).statusCode();
  }

  private String succeeds(String input, String... command) throws Exception {
    Process process = run(input, command);
    assertThat(CommandLineTest.err(process)).isEmpty();
    assertThat(process.exitValue()).isZero();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(out).matches("([A-Za-z0-9_-]{43}\n)?");
    return out.strip();
  }

  private void refuses(String reason, String input, String... command) throws Exception {
    Process process = run(input, command);
    assertThat(CommandLineTest.err(process))
        .startsWith("erpsync-server: " + reason)
        .containsOnlyOnce("\n");
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
    assertThat(process.exitValue()).isEqualTo(2);
  }

  private Process run(String input, String... command) throws Exception {
    Process process = CommandLineTest.start(Map.of("ERPSYNC_USERS", users.toString()), command);
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (java.io.IOException e) {
      // It ended without reading.
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process;
  }
}
