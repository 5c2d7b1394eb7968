package dev.erpsync.server;

import static dev.erpsync.server.GuardedServer.basic;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing passwords gets slower and slower. */
@Tag("D16")
@SuppressWarnings("NullAway.Init")
class SlowdownTest {
  private static final String WRONG = basic("bo", "wrong");

  @TempDir static Path folder;
  private static GuardedServer server;

  @BeforeAll
  static void start() throws Exception {
    server = GuardedServer.in(folder);
  }

  @BeforeEach
  void forgetEarlierTests() {
    server.clock().pass(Duration.ofMinutes(30));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void afterThreeWrongPasswordsTheWaitDoublesUpToFiveMinutes() {
    for (int i = 0; i < 3; i++) {
      assertThat(status(WRONG)).isEqualTo(401);
    }
    for (int wait : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
      assertSlowed(WRONG, wait);
      assertSlowed(GuardedServer.BO, wait);
      server.clock().pass(Duration.ofSeconds(wait).minusMillis(1));
      assertSlowed(WRONG, 1);
      server.clock().pass(Duration.ofMillis(1));
      assertThat(status(WRONG)).isEqualTo(401);
    }
  }

  @Test
  void anotherUserIsNotSlowed() {
    fail(WRONG, 3);
    assertThat(status(GuardedServer.CY)).isEqualTo(200);
    assertThat(status(basic("cy", "wrong"))).isEqualTo(401);
  }

  @Test
  void aUserThatNobodyKnowsIsSlowedTheSame() {
    String unknown = basic("nobody", "wrong");
    fail(unknown, 3);
    assertSlowed(unknown, 1);
  }

  @Test
  void theRightPasswordMakesEverythingForgotten() {
    fail(WRONG, 3);
    server.clock().pass(Duration.ofSeconds(1));
    assertThat(status(GuardedServer.BO)).isEqualTo(200);
    fail(WRONG, 2);
    assertThat(status(GuardedServer.BO)).as("already known to be right").isEqualTo(200);
    fail(WRONG, 2);
    assertThat(status(GuardedServer.BO)).isEqualTo(200);
  }

  @Test
  void isForgottenAfterHalfAnHour() {
    fail(WRONG, 3);
    server.clock().pass(Duration.ofMinutes(30));
    fail(WRONG, 3);
    assertSlowed(WRONG, 1);
  }

  @Test
  void whatCannotBeGuessedIsNotSlowed() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(status("SoTicket wrong")).isEqualTo(401);
      assertThat(status("Bearer wrong")).isEqualTo(401);
    }
    fail(WRONG, 3);
    assertThat(status("SoTicket " + server.ticketOf("bo"))).isEqualTo(200);
  }

  private static void fail(String authorization, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(status(authorization)).isEqualTo(401);
    }
  }

  private static int status(String authorization) {
    return server.call("Authorization", authorization).statusCode();
  }

  private static void assertSlowed(String authorization, int seconds) {
    HttpResponse<String> answer = server.call("Authorization", authorization);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue(Integer.toString(seconds));
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    assertThat(answer.body())
        .isEqualTo(
            """
            {"Error":true,"ErrorType":"SoIllegalOperationException",\
            "Message":"Too many failed logins; try again in %1$d s.",\
            "ErrorMessage":"Too many failed logins; try again in %1$d s.","ErrorSource":"erpsync"}"""
                .formatted(seconds));
  }
}
