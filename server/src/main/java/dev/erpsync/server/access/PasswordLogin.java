package dev.erpsync.server.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.erpsync.server.access.Credentials.Basic;
import dev.erpsync.server.access.Login.Accepted;
import dev.erpsync.server.access.Login.Refused;
import dev.erpsync.server.access.Login.TryLater;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Checks passwords: slowed when wrong ones come, remembered when right, and on half of the
 * processors at most, because a check is made to be expensive. Checks of one address wait for each
 * other, so that a flood from there delays the logins of no other address. Thread-safe.
 */
public final class PasswordLogin {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
  private static final int AT_ONCE = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);

  private final Slowdown slowdown;
  private final VerifiedPasswords verified;
  private final Semaphore processors = new Semaphore(AT_ONCE, true);

  /** Kept while somebody waits. */
  private final LoadingCache<String, Semaphore> addresses =
      Caffeine.newBuilder().weakValues().build(address -> new Semaphore(AT_ONCE, true));

  public PasswordLogin(Slowdown slowdown, VerifiedPasswords verified) {
    this.slowdown = slowdown;
    this.verified = verified;
  }

  Login login(Directory directory, Basic offered, String address) {
    Supplier<Login> check = () -> inTurn(processors, () -> check(directory, offered, address));
    // While this one waits, the same credentials may be found to be right, or others wrong.
    Supplier<Login> wait =
        () ->
            inTurn(
                addresses.get(address), () -> known(directory, offered, address).orElseGet(check));
    return known(directory, offered, address).orElseGet(wait);
  }

  private static Login inTurn(Semaphore turns, Supplier<Login> work) {
    try {
      if (!turns.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
        return new TryLater(LONGEST_WAIT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TryLater(LONGEST_WAIT);
    }
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }

  /** The result that needs no hash. */
  private Optional<Login> known(Directory directory, Basic offered, String address) {
    Optional<Duration> pause = slowdown.pause(offered.user(), address);
    if (pause.isPresent()) {
      return pause.map(TryLater::new);
    }
    Optional<Login> accepted =
        directory
            .account(offered.user())
            .filter(account -> verified.contains(account, offered.password()))
            .map(account -> new Accepted(account.user()));
    accepted.ifPresent(right -> slowdown.forget(offered.user(), address));
    return accepted.or(() -> slowdown.pause(address).map(TryLater::new));
  }

  private Login check(Directory directory, Basic offered, String address) {
    Optional<Account> account =
        directory.account(offered.user()).filter(found -> found.passwordHash().isPresent());
    // An unknown user must not be told from a wrong password by the time it takes.
    boolean matches =
        account
            .flatMap(Account::passwordHash)
            .or(() -> directory.decoy(offered.user()))
            .filter(hash -> PasswordHashes.match(offered.password(), hash))
            .isPresent();
    if (account.isEmpty() || !matches) {
      slowdown.failed(offered.user(), address);
      return new Refused();
    }
    verified.add(account.get(), offered.password());
    slowdown.forget(offered.user(), address);
    return new Accepted(account.get().user());
  }
}
