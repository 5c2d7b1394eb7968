package dev.erpsync.server;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What can be set about a database that is used instead of the embedded store. */
final class StoreOptions {
  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "store in PostgreSQL instead of --data, jdbc:postgresql://HOST:PORT/NAME (ERPSYNC_DATABASE)")
  Optional<String> database = Optional.empty();

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      description = "user of the database (ERPSYNC_DATABASE_USER)")
  Optional<String> user = Optional.empty();

  @Option(
      names = "--database-password",
      paramLabel = "PASSWORD",
      description =
          "password of that user; others can see it in the list of processes, so better in the variable or in a file (ERPSYNC_DATABASE_PASSWORD)")
  Optional<String> password = Optional.empty();

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description = "file whose first line is the password (ERPSYNC_DATABASE_PASSWORD_FILE)")
  Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--database-connections",
      paramLabel = "NUMBER",
      defaultValue = "16",
      description =
          "how many connections to the database may be open at once (ERPSYNC_DATABASE_CONNECTIONS, ${DEFAULT-VALUE})")
  int connections = 16;
}
