package dev.erpsync.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is remembered of right passwords, and for how long. */
@Tag("D16")
class VerifiedPasswordsTest {
  private static final Account BO = account("bo", "$2a$06$one");

  private Instant now = Instant.EPOCH;
  private final VerifiedPasswords verified = new VerifiedPasswords(clock());

  @Test
  void aRightPasswordIsRememberedForItsUserOnly() {
    verified.add(BO, "right");
    assertThat(verified.contains(BO, "right")).isTrue();
    assertThat(verified.contains(BO, "wrong")).isFalse();
    assertThat(verified.contains(account("cy", "$2a$06$one"), "right")).isFalse();
  }

  @Test
  void itIsForgottenWhenTheHashChanges() {
    verified.add(BO, "right");
    assertThat(verified.contains(account("bo", "$2a$06$two"), "right")).isFalse();
    assertThat(verified.contains(new Account(BO.user(), Optional.empty()), "right")).isFalse();
  }

  @Test
  void itIsForgottenAfterTenMinutes() {
    verified.add(BO, "right");
    now = now.plus(Duration.ofMinutes(10)).minusMillis(1);
    assertThat(verified.contains(BO, "right")).isTrue();
    now = now.plusMillis(1);
    assertThat(verified.contains(BO, "right")).isFalse();
  }

  @Test
  void anotherProcessKnowsNothingOfIt() {
    verified.add(BO, "right");
    assertThat(new VerifiedPasswords(clock()).contains(BO, "right")).isFalse();
  }

  private InstantSource clock() {
    return () -> now;
  }

  private static Account account(String name, String hash) {
    return new Account(new User(name, Optional.empty(), Set.of(), false), Optional.of(hash));
  }
}
