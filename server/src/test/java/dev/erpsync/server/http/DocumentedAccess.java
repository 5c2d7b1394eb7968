package dev.erpsync.server.http;

import dev.erpsync.server.access.Authenticator;
import dev.erpsync.server.access.Directory;
import dev.erpsync.server.access.DocumentedUsers;
import dev.erpsync.server.access.PasswordLogin;
import dev.erpsync.server.access.Sessions;
import dev.erpsync.server.access.Slowdown;
import dev.erpsync.server.access.TokenVerifier;
import dev.erpsync.server.access.VerifiedPasswords;
import dev.erpsync.spec.Sample;
import java.time.InstantSource;

/** Lets the documented user in, for applications that a test puts together. */
final class DocumentedAccess {
  private DocumentedAccess() {}

  static Authenticator authenticator() {
    Directory documented = DocumentedUsers.of(Sample.all());
    InstantSource clock = InstantSource.system();
    return new Authenticator(
        () -> documented,
        new PasswordLogin(new Slowdown(clock), new VerifiedPasswords(clock)),
        new Sessions(() -> documented, clock),
        TokenVerifier.none());
  }
}
