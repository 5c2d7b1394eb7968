package dev.erpsync.server.access;

import dev.erpsync.server.access.Credentials.Basic;
import dev.erpsync.server.access.Login.Accepted;
import dev.erpsync.server.access.Login.Refused;
import dev.erpsync.server.access.Login.TryLater;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Checks passwords: slowed when wrong ones come, remembered when right, and never more at once than
 * there are processors, because a check is made to be expensive. Thread-safe.
 */
public final class PasswordLogin {
  private static final long PATIENCE_SECONDS = 10;

  private final Slowdown slowdown;
  private final VerifiedPasswords verified;
  private final Semaphore processors =
      new Semaphore(Runtime.getRuntime().availableProcessors(), true);

  public PasswordLogin(Slowdown slowdown, VerifiedPasswords verified) {
    this.slowdown = slowdown;
    this.verified = verified;
  }

  Login login(Directory directory, Basic offered, String address) {
    return known(directory, offered, address).orElseGet(() -> checked(directory, offered, address));
  }

  private Login checked(Directory directory, Basic offered, String address) {
    try {
      if (!processors.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return new TryLater(Duration.ofSeconds(PATIENCE_SECONDS));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TryLater(Duration.ofSeconds(PATIENCE_SECONDS));
    }
    try {
      // While this one waited, the same credentials may have been found to be right, or others
      // wrong.
      return known(directory, offered, address).orElseGet(() -> check(directory, offered, address));
    } finally {
      processors.release();
    }
  }

  /** What can be said without computing a hash. */
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
    return accepted;
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
