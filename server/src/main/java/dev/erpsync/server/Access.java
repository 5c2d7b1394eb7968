package dev.erpsync.server;

import dev.erpsync.server.access.Authenticator;
import dev.erpsync.server.access.Directory;
import dev.erpsync.server.access.DocumentedUsers;
import dev.erpsync.server.access.PasswordLogin;
import dev.erpsync.server.access.Sessions;
import dev.erpsync.server.access.Slowdown;
import dev.erpsync.server.access.TokenVerifier;
import dev.erpsync.server.access.VerifiedPasswords;
import dev.erpsync.server.access.file.UsersFile;
import dev.erpsync.server.access.file.UsersFileException;
import dev.erpsync.server.access.jwt.JwtSettings;
import dev.erpsync.server.access.jwt.JwtSettingsException;
import dev.erpsync.server.access.jwt.JwtVerifier;
import dev.erpsync.spec.Sample;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Who may call, put together from the options.
 *
 * @param emulatorControl whether the emulator control is offered at all
 */
record Access(Authenticator authenticator, Sessions sessions, boolean emulatorControl) {
  private static final Logger LOG = Logger.getLogger(Access.class.getName());

  static Access of(Options options, List<Sample> samples, InstantSource clock)
      throws StartException {
    boolean loopback = isLoopback(options.host);
    if (!loopback && options.access.users.isEmpty()) {
      // The only user there is stands in public documents, so nobody outside may use it. (D17)
      throw new StartException(
          "--host %s is not loopback, and the only user is the one of the public documents; --users names others"
              .formatted(options.host));
    }
    Supplier<Directory> directory = directory(options.access, samples, clock);
    var sessions = new Sessions(directory, clock);
    var passwords = new PasswordLogin(new Slowdown(clock), new VerifiedPasswords(clock));
    var authenticator =
        new Authenticator(directory, passwords, sessions, tokens(options.access, clock));
    if (!loopback && options.tlsCert.isEmpty()) {
      LOG.warning(
          "passwords and tokens travel unencrypted, unless a proxy in front speaks TLS; --tls-cert and --tls-key do");
    }
    return new Access(authenticator, sessions, loopback || options.access.emulatorControl);
  }

  private static Supplier<Directory> directory(
      AccessOptions options, List<Sample> samples, InstantSource clock) throws StartException {
    if (options.users.isEmpty()) {
      Directory documented = DocumentedUsers.of(samples);
      return () -> documented;
    }
    try {
      return UsersFile.open(options.users.get(), clock);
    } catch (UsersFileException e) {
      throw new StartException(e.reason(), e);
    }
  }

  private static TokenVerifier tokens(AccessOptions options, InstantSource clock)
      throws StartException {
    if (options.jwks.isEmpty()) {
      return TokenVerifier.none();
    }
    if (options.users.isEmpty()
        || options.jwtIssuer.isEmpty()
        || options.jwtAudience.isEmpty()
        || options.jwtUserClaim.isBlank()) {
      throw new StartException("--jwks needs --users, --jwt-issuer and --jwt-audience");
    }
    try {
      return JwtVerifier.of(
          new JwtSettings(
              options.jwks.get(),
              options.jwtIssuer.get(),
              options.jwtAudience.get(),
              options.jwtUserClaim),
          clock);
    } catch (JwtSettingsException e) {
      throw new StartException(e.reason(), e);
    }
  }

  private static boolean isLoopback(String host) throws StartException {
    if (host.isBlank()) {
      throw new StartException("--host must not be empty");
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return true;
    } catch (UnknownHostException e) {
      throw new StartException("--host %s is unknown".formatted(host), e);
    }
  }
}
