package dev.erpsync.server.access;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Sessions that no server has to remember: the cookie holds who, until when, with which XSRF token
 * and of which generation of the account, and is signed with a key that all servers have in their
 * users file. A new password ends the sessions of the old one. Thread-safe. (D16)
 */
public final class Sessions {
  private static final Duration LIFETIME = Duration.ofHours(6);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final Supplier<Directory> directory;
  private final InstantSource clock;

  public Sessions(Supplier<Directory> directory, InstantSource clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * A new session.
   *
   * @param id value of the session cookie
   * @param xsrfToken what every call has to repeat
   * @param lifetime how long both are good
   */
  public record Opened(String id, String xsrfToken, Duration lifetime) {
    @Override
    public String toString() {
      return "Opened";
    }
  }

  /** Opens a session for a user. */
  public Opened open(User user) {
    Directory now = directory.get();
    String xsrf = Secret.generate();
    String claims =
        String.join(
            ".",
            BASE64.encodeToString(user.name().getBytes(StandardCharsets.UTF_8)),
            Long.toString(clock.instant().plus(LIFETIME).getEpochSecond()),
            xsrf,
            now.account(user.name()).map(Sessions::generation).orElse(""));
    return new Opened(claims + "." + signature(now, claims), xsrf, LIFETIME);
  }

  /** The user of a session that is ours, not over, and shown together with its XSRF token. */
  Optional<User> userOf(Credentials.Session session) {
    Directory now = directory.get();
    int end = session.id().lastIndexOf('.');
    if (end < 0
        || !Digest.same(
            signature(now, session.id().substring(0, end)), session.id().substring(end + 1))) {
      return Optional.empty();
    }
    // Signed by us, so it has the form that it was given.
    String[] claims = session.id().split("\\.", -1);
    boolean over = !clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(claims[1])));
    if (over || !isMeant(session, claims[2])) {
      return Optional.empty();
    }
    String name = new String(Base64.getUrlDecoder().decode(claims[0]), StandardCharsets.UTF_8);
    return now.account(name)
        .filter(account -> generation(account).equals(claims[3]))
        .map(Account::user);
  }

  /** Another one after each new password, which has another salt; says nothing about either. */
  private static String generation(Account account) {
    return account.passwordHash().map(Digest::sha256).orElse("");
  }

  private static boolean isMeant(Credentials.Session session, String xsrf) {
    return Digest.same(xsrf, session.xsrfHeader())
        && session.xsrfCookies().stream().anyMatch(cookie -> Digest.same(xsrf, cookie));
  }

  private static String signature(Directory directory, String claims) {
    return BASE64.encodeToString(Digest.keyed(directory.sessionKey(), "session\n" + claims));
  }
}
