package dev.erpsync.server.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The databases that the ports have adapters for. */
enum Engine {
  EMBEDDED {
    @Override
    JdbcStore open() {
      try {
        return SqliteStore.open(Files.createTempDirectory(Path.of("target"), "store"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  POSTGRESQL {
    @Override
    JdbcStore open() {
      return PostgresStore.open(TestPostgres.shared().database());
    }
  };

  /** A new store. */
  abstract JdbcStore open();
}
