package dev.erpsync.server.access;

import dev.erpsync.spec.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The users whose credentials stand in the documented samples, so that samples replay verbatim.
 * (D17)
 */
public final class DocumentedUsers {
  private DocumentedUsers() {}

  /** The users of these samples, who may do everything; sessions end with the process. */
  public static Directory of(List<Sample> samples) {
    Map<String, Account> accounts = new LinkedHashMap<>();
    for (Sample sample : samples) {
      Optional.ofNullable(sample.request().headers().get("Authorization"))
          .map(Credentials::of)
          .filter(Credentials.Basic.class::isInstance)
          .map(Credentials.Basic.class::cast)
          .ifPresent(basic -> accounts.computeIfAbsent(basic.user(), name -> account(basic)));
    }
    return new Directory(accounts, Map.of(), Map.of(), Map.of(), Secret.bytes());
  }

  private static Account account(Credentials.Basic basic) {
    User user = new User(basic.user(), Optional.empty(), Set.of(), true);
    return new Account(user, Optional.of(PasswordHashes.hash(basic.password())));
  }
}
