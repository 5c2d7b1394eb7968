package dev.erpsync.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be set about who may call. (D16, D17) */
final class AccessOptions {
  @Option(
      names = "--users",
      paramLabel = "FILE",
      description =
          "users, apps and the key of sessions, instead of the documented user; the commands user and app write it (ERPSYNC_USERS)")
  Optional<Path> users = Optional.empty();

  @Option(
      names = "--emulator-control",
      defaultValue = "false",
      fallbackValue = "true",
      arity = "0..1",
      paramLabel = "true|false",
      description =
          "offer the emulator control on other addresses than loopback too (ERPSYNC_EMULATOR_CONTROL, false)")
  boolean emulatorControl;

  @Option(
      names = "--allowed-host",
      paramLabel = "NAME",
      description =
          "host name under which the server may be called, besides --host, localhost and addresses in figures; may be repeated (ERPSYNC_ALLOWED_HOST, one name)")
  List<String> allowedHosts = List.of();

  @Option(
      names = "--jwks",
      paramLabel = "FILE|URL",
      description =
          "take JWT as Bearer tokens, signed with a key of this JWK Set; needs --users, --jwt-issuer and --jwt-audience (ERPSYNC_JWKS)")
  Optional<String> jwks = Optional.empty();

  @Option(
      names = "--jwt-issuer",
      paramLabel = "TEXT",
      description = "what iss of a JWT must be (ERPSYNC_JWT_ISSUER)")
  Optional<String> jwtIssuer = Optional.empty();

  @Option(
      names = "--jwt-audience",
      paramLabel = "TEXT",
      description = "what aud of a JWT must name (ERPSYNC_JWT_AUDIENCE)")
  Optional<String> jwtAudience = Optional.empty();

  @Option(
      names = "--jwt-user-claim",
      paramLabel = "NAME",
      defaultValue = "sub",
      description =
          "claim of a JWT that names a user of the users file (ERPSYNC_JWT_USER_CLAIM, ${DEFAULT-VALUE})")
  String jwtUserClaim = "sub";
}
