package dev.erpsync.server;

import static dev.erpsync.server.GuardedServer.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.server.access.User;
import dev.erpsync.server.access.file.UsersEditor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The users file: what a server says of one that is malformed, and what it does when it changes.
 */
@Tag("D16")
class UsersFileTest {
  private static final String KEY = "0123456789012345678901234567890123456789012";
  private static final String HASH = "0123456789abcdef".repeat(4);

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {                                                                   | not well-formed JSON at line 1, column
          {"SessionKey":"<KEY>","SessionKey":"<KEY>","Users":[]}                  | not well-formed JSON at line 1, column
          []                                                                  | the value: not an object (rule type, found array)
          {"Users":[]}                                                        | /SessionKey: required (rule required, found nothing)
          {"SessionKey":"<KEY>"}                                                | /Users: required (rule required, found nothing)
          {"SessionKey":"secret","Users":[]}                                  | /SessionKey: not of the form
          {"SessionKey":"<KEY>xx","Users":[]}                                   | /SessionKey: must be base64 of 32 bytes or more (rule base64, found string)
          {"SessionKey":"<KEY>","Users":[],"User":[]}                           | /User: unknown; known are SessionKey, Users, Apps (rule additionalProperties, found array)
          {"SessionKey":"<KEY>","Users":[{}]}                                   | /Users/0/Name: required (rule required, found nothing)
          {"SessionKey":"<KEY>","Users":[{"Name":""}]}                          | /Users/0/Name: not of the form
          {"SessionKey":"<KEY>","Users":[{"Name":"a:b"}]}                       | /Users/0/Name: not of the form
          {"SessionKey":"<KEY>","Users":[{"Name":"a","Administrator":"yes"}]}   | /Users/0/Administrator: not a boolean (rule type, found string)
          {"SessionKey":"<KEY>","Users":[{"Name":"a","Admin":true}]}            | /Users/0/Admin: unknown; known are Name
          {"SessionKey":"<KEY>","Users":[{"Name":"a","UserGroupIds":[1,"2"]}]}  | /Users/0/UserGroupIds/1: not an integer (rule type, found string)
          {"SessionKey":"<KEY>","Users":[{"Name":"a","PasswordHash":"secret"}]} | /Users/0/PasswordHash: must be an Argon2id or bcrypt hash of affordable cost (rule hash, found string)
          {"SessionKey":"<KEY>","Users":[{"Name":"a","PasswordHash":"$2a$31$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"}]} | /Users/0/PasswordHash: must be an Argon2id or bcrypt hash of affordable cost (rule hash, found string)
          {"SessionKey":"<KEY>","Users":[{"Name":"a","PasswordHash":"$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"}]} | /Users/0/PasswordHash: must be
          {"SessionKey":"<KEY>","Users":[{"Name":"a","TicketHashes":["secret"]}]} | /Users/0/TicketHashes/0: not of the form
          {"SessionKey":"<KEY>","Users":[{"Name":"a"},{"Name":"a"}]}            | /Users/1/Name: must differ from that of the others (rule unique, found string)
          {"SessionKey":"<KEY>","Users":[{"Name":"a","TokenHashes":["<HASH>"]},{"Name":"b","TokenHashes":["<HASH>"]}]} | /Users/1/TokenHashes/0: must stand there only once (rule unique, found string)
          {"SessionKey":"<KEY>","Users":[],"Apps":[{"Name":"a","TokenHash":"<HASH>"}]} | /Apps/0/ErpSync: required (rule required, found nothing)
          {"SessionKey":"<KEY>","Users":[],"Apps":[{"Name":"a","TokenHash":"<HASH>","ErpSync":true},{"Name":"b","TokenHash":"<HASH>","ErpSync":true}]} | /Apps/1/TokenHash: must differ from that of the others (rule unique, found string)
          """)
  void aMalformedOneIsRefusedByFilePlaceAndRule(String content, String reason) throws Exception {
    Path file = folder.resolve("users.json");
    Files.writeString(file, content.replace("<KEY>", KEY).replace("<HASH>", HASH));
    assertThatThrownBy(() -> GuardedServer.with(file, folder, options -> {}))
        .isInstanceOf(StartException.class)
        .message()
        .startsWith("users file " + file + ": " + reason)
        .doesNotContain("secret", HASH, "\n");
  }

  @Test
  void oneThatIsNotThereIsNamed() {
    Path file = folder.resolve("none.json");
    assertThatThrownBy(() -> GuardedServer.with(file, folder, options -> {}))
        .hasMessage("users file " + file + ": it cannot be read (NoSuchFileException)");
  }

  @Test
  void aChangeCountsWithinASecondAndWithoutARestart() throws Exception {
    try (GuardedServer server = GuardedServer.in(folder)) {
      assertThat(status(server, GuardedServer.BO)).isEqualTo(200);
      String old = Files.readString(server.users());
      new UsersEditor(server.users())
          .addUser(new User("bo", Optional.empty(), Set.of(), false), "another", true);
      assertThat(status(server, GuardedServer.BO)).as("nobody has looked yet").isEqualTo(200);
      server.clock().pass(Duration.ofSeconds(1));
      assertThat(status(server, GuardedServer.BO)).as("though it was right").isEqualTo(401);
      assertThat(status(server, basic("bo", "another"))).isEqualTo(200);
      Files.writeString(server.users(), old);
      server.clock().pass(Duration.ofSeconds(1));
      assertThat(status(server, GuardedServer.BO)).isEqualTo(200);
    }
  }

  @Test
  void aUserWhoIsTakenOutLosesTicketsAndSessions() throws Exception {
    try (GuardedServer server = GuardedServer.in(folder)) {
      String ticket = "SoTicket " + server.ticketOf("bo");
      assertThat(status(server, ticket)).isEqualTo(200);
      Path fresh = folder.resolve("fresh.json");
      GuardedServer.writeUsers(fresh);
      Files.move(fresh, server.users(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      server.clock().pass(Duration.ofSeconds(1));
      assertThat(status(server, ticket)).isEqualTo(401);
    }
  }

  @Test
  void whileANewOneIsBrokenTheOldUsersStayAndTheLogSaysSoOnce() throws Exception {
    List<String> log = new ArrayList<>();
    Handler handler = handler(log);
    Logger logger = Logger.getLogger("dev.erpsync.server.access.file.UsersFile");
    logger.addHandler(handler);
    try (GuardedServer server = GuardedServer.in(folder)) {
      Files.writeString(
          server.users(), "{\"SessionKey\":\"topsecret\",\"Users\":[{\"Name\":\"bo\"}]}");
      for (int i = 0; i < 3; i++) {
        server.clock().pass(Duration.ofSeconds(1));
        assertThat(status(server, GuardedServer.CY)).isEqualTo(200);
      }
      Files.delete(server.users());
      server.clock().pass(Duration.ofSeconds(1));
      assertThat(status(server, GuardedServer.CY)).isEqualTo(200);
      assertThat(log)
          .hasSize(2)
          .satisfiesExactly(
              broken ->
                  assertThat(broken)
                      .startsWith(
                          "the users stay as they were: users file "
                              + server.users()
                              + ": /SessionKey: ")
                      .doesNotContain("topsecret"),
              gone -> assertThat(gone).endsWith("it cannot be read (NoSuchFileException)"));
    } finally {
      logger.removeHandler(handler);
    }
  }

  private static Handler handler(List<String> log) {
    return new Handler() {
      @Override
      public void publish(LogRecord entry) {
        log.add(entry.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private static int status(GuardedServer server, String authorization) {
    return server.call("Authorization", authorization).statusCode();
  }
}
