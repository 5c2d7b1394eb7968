package dev.erpsync.server.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everybody who may call, at one moment. Immutable and thread-safe. Secrets are looked up by their
 * digest, so the time of a look-up says nothing about a secret.
 */
public final class Directory {
  private final Map<String, Account> accounts;
  private final Map<String, User> tickets;
  private final Map<String, User> tokens;
  private final Map<String, App> apps;
  private final byte[] sessionKey;
  private final List<String> passwordHashes;

  /**
   * A directory.
   *
   * @param accounts by name
   * @param tickets the holders of tickets, by {@link Digest#sha256}
   * @param tokens the holders of opaque access tokens, by the same
   * @param apps by the same of their tokens
   * @param sessionKey signs sessions
   */
  public Directory(
      Map<String, Account> accounts,
      Map<String, User> tickets,
      Map<String, User> tokens,
      Map<String, App> apps,
      byte[] sessionKey) {
    this.accounts = Map.copyOf(accounts);
    this.tickets = Map.copyOf(tickets);
    this.tokens = Map.copyOf(tokens);
    this.apps = Map.copyOf(apps);
    this.sessionKey = sessionKey.clone();
    this.passwordHashes =
        accounts.values().stream().flatMap(account -> account.passwordHash().stream()).toList();
  }

  Optional<Account> account(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  Optional<User> user(String name) {
    return account(name).map(Account::user);
  }

  Optional<User> holderOfTicket(String ticket) {
    return Optional.ofNullable(tickets.get(Digest.sha256(ticket)));
  }

  Optional<User> holderOfToken(String token) {
    return Optional.ofNullable(tokens.get(Digest.sha256(token)));
  }

  Optional<App> app(String token) {
    return Optional.ofNullable(apps.get(Digest.sha256(token)));
  }

  boolean hasApps() {
    return !apps.isEmpty();
  }

  byte[] sessionKey() {
    return sessionKey.clone();
  }

  /**
   * A hash to check a password against that belongs to nobody's account, so that a name that is
   * unknown takes as long as one that is known. Always the same one for a name.
   */
  Optional<String> decoy(String name) {
    if (passwordHashes.isEmpty()) {
      return Optional.empty();
    }
    int chosen = Math.floorMod(Digest.keyed(sessionKey, name)[0], passwordHashes.size());
    return Optional.of(passwordHashes.get(chosen));
  }
}
