package dev.erpsync.server;

import dev.erpsync.server.http.request.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What can be set on the command line, or by an environment variable each. */
final class Options {
  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description =
          "interface to listen on; only loopback without --users (ERPSYNC_HOST, ${DEFAULT-VALUE})")
  String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "port to listen on, 0 for any free one (ERPSYNC_PORT, ${DEFAULT-VALUE})")
  int port;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "erpsync-data",
      description =
          "directory of the embedded store, made when missing (ERPSYNC_DATA, ${DEFAULT-VALUE})")
  Path data;

  @Option(
      names = "--seed",
      paramLabel = "FILE",
      description =
          "state to add at start, JSON as GET /_emulator/state answers it; may be repeated (ERPSYNC_SEED, one file)")
  List<Path> seeds = List.of();

  @Option(
      names = "--seed-samples",
      defaultValue = "false",
      fallbackValue = "true",
      arity = "0..1",
      paramLabel = "true|false",
      description =
          "add the states in which the documented samples are true (ERPSYNC_SEED_SAMPLES, false)")
  boolean seedSamples;

  @Option(
      names = "--validation",
      paramLabel = "LEVEL",
      defaultValue = "contract",
      converter = ValidationLevel.class,
      description =
          "what is checked: vendor (tolerant, as the vendor's platform), contract, or strict (nothing unknown, and answers too) (ERPSYNC_VALIDATION, ${DEFAULT-VALUE})")
  Validation validation = Validation.CONTRACT;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description =
          "certificate chain in PEM; with --tls-key, HTTPS is served instead of HTTP (ERPSYNC_TLS_CERT)")
  Optional<Path> tlsCert = Optional.empty();

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "its key in PEM, PKCS#8 without a password (ERPSYNC_TLS_KEY)")
  Optional<Path> tlsKey = Optional.empty();

  @Mixin final AccessOptions access = new AccessOptions();

  @Mixin final StoreOptions store = new StoreOptions();
}
