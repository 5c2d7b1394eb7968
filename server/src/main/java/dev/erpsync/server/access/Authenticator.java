package dev.erpsync.server.access;

import dev.erpsync.server.access.Login.Accepted;
import dev.erpsync.server.access.Login.Refused;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds out who calls. Thread-safe. (D16) */
public final class Authenticator {
  /** The schemes that an app token has to come with. */
  private static final Set<String> WITH_APP_TOKEN = Set.of("Basic", "SoTicket");

  private final Supplier<Directory> directory;
  private final PasswordLogin passwords;
  private final Sessions sessions;
  private final TokenVerifier tokens;

  /**
   * An authenticator.
   *
   * @param directory everybody who may call, now
   * @param passwords checks passwords
   * @param sessions checks sessions
   * @param tokens checks access tokens that the directory does not hold
   */
  public Authenticator(
      Supplier<Directory> directory,
      PasswordLogin passwords,
      Sessions sessions,
      TokenVerifier tokens) {
    this.directory = directory;
    this.passwords = passwords;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /**
   * The user to whom credentials belong.
   *
   * @param address where the call comes from
   */
  public Login login(Credentials credentials, String address) {
    Directory now = directory.get();
    if (credentials instanceof Credentials.Basic basic) {
      return passwords.login(now, basic, address);
    }
    return user(now, credentials).<Login>map(Accepted::new).orElseGet(Refused::new);
  }

  /**
   * Whether an app may use the agent. Without any known app there is nothing to check.
   *
   * @param scheme of the user's credentials
   * @param appToken as it was sent
   */
  public AppGrant grant(String scheme, Optional<String> appToken) {
    Directory now = directory.get();
    if (!now.hasApps() || (appToken.isEmpty() && !WITH_APP_TOKEN.contains(scheme))) {
      return AppGrant.GRANTED;
    }
    return appToken
        .flatMap(now::app)
        .map(app -> app.erpSync() ? AppGrant.GRANTED : AppGrant.NOT_GRANTED)
        .orElse(AppGrant.UNKNOWN);
  }

  private Optional<User> user(Directory now, Credentials credentials) {
    if (credentials instanceof Credentials.SoTicket ticket) {
      return now.holderOfTicket(ticket.ticket());
    }
    if (credentials instanceof Credentials.Bearer bearer) {
      return now.holderOfToken(bearer.token())
          .or(() -> tokens.userOf(bearer.token()).flatMap(now::user));
    }
    return credentials instanceof Credentials.Session session
        ? sessions.userOf(session)
        : Optional.empty();
  }
}
