package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings on which the promises of the embedded store rest. */
class SqliteStoreTest {
  @TempDir Path folder;

  /**
   * 2 is FULL: a commit returns when it is on disk. A killed process could not show the difference.
   */
  @ParameterizedTest
  @Tag("D38")
  @CsvSource({"synchronous, 2", "journal_mode, wal", "foreign_keys, 1"})
  void holdForTheWriter(String pragma, String value) {
    try (JdbcStore store = SqliteStore.open(folder.resolve("data"))) {
      var transactions = (JdbcTransactions) store.transactions();
      String found =
          transactions.write(
              () ->
                  transactions.handle().createQuery("pragma " + pragma).mapTo(String.class).one());
      assertThat(found).isEqualTo(value);
    }
  }

  @Test
  void aDirectoryThatItMakesIsItsOwnersOnly() throws Exception {
    Path data = folder.resolve("private");
    SqliteStore.open(data).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
  }

  @Test
  void readersCannotWrite() {
    try (JdbcStore store = SqliteStore.open(folder.resolve("data"))) {
      assertThatThrownBy(
              () ->
                  store
                      .transactions()
                      .read(
                          () -> {
                            store.rows().deleteAll();
                            return true;
                          }))
          .hasMessageContaining("readonly");
    }
  }
}
