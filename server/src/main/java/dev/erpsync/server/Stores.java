package dev.erpsync.server;

import dev.erpsync.server.store.StoreException;
import dev.erpsync.server.store.jdbc.DatabaseSettings;
import dev.erpsync.server.store.jdbc.JdbcStore;
import dev.erpsync.server.store.jdbc.PostgresStore;
import dev.erpsync.server.store.jdbc.SqliteStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Opens the store that the options ask for. */
final class Stores {
  private Stores() {}

  /**
   * @param data directory of the embedded store, which is used unless a database is named
   * @throws StartException when it cannot be opened; the message holds no secret
   */
  static JdbcStore open(Path data, StoreOptions options) throws StartException {
    try {
      if (options.database.isEmpty()) {
        requireNoDatabaseOptions(options);
        return SqliteStore.open(data);
      }
      return PostgresStore.open(
          new DatabaseSettings(
              options.database.get(), options.user, password(options), options.connections));
    } catch (StoreException e) {
      throw new StartException(e.reason(), e);
    }
  }

  private static void requireNoDatabaseOptions(StoreOptions options) throws StartException {
    if (options.user.isPresent()
        || options.password.isPresent()
        || options.passwordFile.isPresent()) {
      throw new StartException("a user or a password of a database needs --database");
    }
  }

  private static Optional<String> password(StoreOptions options) throws StartException {
    if (options.passwordFile.isEmpty()) {
      return options.password;
    }
    if (options.password.isPresent()) {
      throw new StartException("--database-password and --database-password-file are one too many");
    }
    Path file = options.passwordFile.get();
    try {
      return Optional.of(
          Files.readString(file, StandardCharsets.UTF_8).lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new StartException("cannot read the password file " + file, e);
    }
  }
}
