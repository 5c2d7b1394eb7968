package dev.erpsync.server;

import static dev.erpsync.server.GuardedServer.basic;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a caller proves who they are: Basic, SoTicket and opaque Bearer. */
@Tag("D16")
@SuppressWarnings("NullAway.Init")
class SchemesTest {
  @TempDir static Path folder;

  private static GuardedServer server;
  private static String ticket;
  private static String token;

  @BeforeAll
  static void start() throws Exception {
    server = GuardedServer.in(folder);
    ticket = server.ticketOf("bo");
    token = server.tokenOf("cy");
    // Test vectors of the reference implementations: of bcrypt for abc, of Argon2 for password.
    String others =
        """
        "Users" : [
          {"Name":"bea","PasswordHash":"$2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i"},
          {"Name":"art","PasswordHash":"$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"},
          {"Name":"nix"},""";
    String content = Files.readString(server.users()).replace("\"Users\" : [", others);
    Files.writeString(server.users(), content);
    server.clock().pass(java.time.Duration.ofSeconds(2));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a password                            | 200 | Basic BO
          a scheme in other letters             | 200 | bASIC BO
          more than one space                   | 200 | Basic   BO
          a password that bcrypt keeps          | 200 | Basic BEA
          a password that Argon2id keeps        | 200 | Basic ART
          a ticket                              | 200 | SoTicket TICKET
          a ticket, as other pages spell it     | 200 | SOTICKET TICKET
          an access token                       | 200 | Bearer TOKEN
          an access token, in other letters     | 200 | bearer TOKEN
          the user of the public documents      | 401 | Basic dGplMDpUamUw
          a user that nobody knows              | 401 | Basic NOBODY
          a user without a password             | 401 | Basic NIX
          a wrong password                      | 401 | Basic WRONG
          a name in other letters               | 401 | Basic UPPER
          no base64                             | 401 | Basic !!!
          base64 without a colon                | 401 | Basic Ym8=
          nothing after the scheme              | 401 | Basic
          a ticket that nobody has              | 401 | SoTicket 7T:MgBjAGEA
          a ticket with something added         | 401 | SoTicket TICKETx
          a ticket as a token                   | 401 | Bearer TICKET
          a token as a ticket                   | 401 | SoTicket TOKEN
          a token as a user and a password      | 401 | Basic TOKEN
          a scheme that is none of ours         | 401 | Digest TOKEN
          no scheme                             | 401 | TOKEN
          a token that looks like a JWT         | 401 | Bearer a.b.c
          """)
  void credentialsAreJudged(String what, int status, String authorization) {
    String sent =
        authorization
            .replace("Basic BO", GuardedServer.BO)
            .replace("bASIC BO", "bASIC " + GuardedServer.BO.substring(6))
            .replace("Basic   BO", "Basic   " + GuardedServer.BO.substring(6))
            .replace("Basic BEA", basic("bea", "abc"))
            .replace("Basic ART", basic("art", "password"))
            .replace("Basic NOBODY", basic("nobody", "bo!"))
            .replace("Basic NIX", basic("nix", ""))
            .replace("Basic WRONG", basic("bo", "bo"))
            .replace("Basic UPPER", basic("BO", "bo!"))
            .replace("TICKET", ticket)
            .replace("TOKEN", token)
            .replace("SO" + ticket, "SOTICKET");
    HttpResponse<String> answer = server.call("Authorization", sent);
    assertThat(answer.statusCode()).as(what).isEqualTo(status);
    if (status == 401) {
      assertRefused(answer, "The credentials are not valid.");
    } else {
      assertThat(answer.body()).isEqualTo("false");
    }
  }

  @Test
  void withoutCredentialsNothingIsServed() {
    assertRefused(server.call(), "No credentials were sent.");
    assertRefused(server.send("GET", "/_emulator/state", ""), "No credentials were sent.");
    assertRefused(server.send("DELETE", "/_emulator/state", ""), "No credentials were sent.");
  }

  @Test
  void passwordsMayHoldColonsAndLettersOfAnyLanguage() throws Exception {
    new dev.erpsync.server.access.file.UsersEditor(server.users())
        .addUser(
            new dev.erpsync.server.access.User(
                "Bjørn", java.util.Optional.empty(), java.util.Set.of(), false),
            "a:b:æ €",
            true);
    server.clock().pass(java.time.Duration.ofSeconds(2));
    assertThat(server.call("Authorization", basic("Bjørn", "a:b:æ €")).statusCode()).isEqualTo(200);
    assertThat(server.call("Authorization", basic("Bjørn", "a:b:æ ?")).statusCode()).isEqualTo(401);
  }

  static void assertRefused(HttpResponse<String> answer, String message) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().allValues("WWW-Authenticate"))
        .containsExactly("Basic realm=\"SuperOffice Username or Ticket\"");
    assertThat(answer.body())
        .isEqualTo(
            """
            {"Error":true,"ErrorType":"SoSentryException","Message":"%1$s","ErrorMessage":"%1$s","ErrorSource":"erpsync"}"""
                .formatted(message));
  }
}
