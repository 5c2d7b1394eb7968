package dev.erpsync.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a password of an unknown user is checked against. */
@Tag("D16")
class DirectoryTest {
  @Test
  void anUnknownNameCostsWhatAKnownOneDoes() {
    Directory directory = directory(account("bo", Optional.of("hash")));
    assertThat(directory.decoy("nobody")).hasValue("hash");
    assertThat(directory.decoy("nobody")).isEqualTo(directory.decoy("nobody"));
  }

  @Test
  void whereNobodyHasAPasswordThereIsNothingToHide() {
    assertThat(directory(account("bo", Optional.empty())).decoy("nobody")).isEmpty();
  }

  private static Directory directory(Account account) {
    return new Directory(
        Map.of(account.user().name(), account), Map.of(), Map.of(), Map.of(), Secret.bytes());
  }

  private static Account account(String name, Optional<String> hash) {
    return new Account(new User(name, Optional.empty(), Set.of(), false), hash);
  }
}
