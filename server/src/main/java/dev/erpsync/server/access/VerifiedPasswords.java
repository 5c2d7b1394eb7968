package dev.erpsync.server.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * Passwords that were found to be right, for ten minutes each, 10,000 at most. They are kept as
 * digests under a key that only this process has ever had, each bound to the hash that it matched:
 * another hash in the account, and it counts no more. Thread-safe.
 */
public final class VerifiedPasswords {
  private static final int MOST = 10_000;
  private static final Duration KEPT = Duration.ofMinutes(10);

  private final byte[] key = new byte[32];
  private final Cache<String, Boolean> right;

  public VerifiedPasswords(InstantSource clock) {
    new SecureRandom().nextBytes(key);
    this.right =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(KEPT)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .executor(Runnable::run)
            .build();
  }

  boolean contains(Account account, String password) {
    return account.passwordHash().isPresent() && right.asMap().containsKey(key(account, password));
  }

  void add(Account account, String password) {
    right.put(key(account, password), true);
  }

  /** Neither a name nor a hash can hold a line break, so no two accounts share a key. */
  private String key(Account account, String password) {
    String text =
        account.user().name() + "\n" + account.passwordHash().orElseThrow() + "\n" + password;
    return HexFormat.of().formatHex(Digest.keyed(key, text));
  }
}
