package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.server.connector.Connector;
import dev.erpsync.server.outcome.RefusedException;
import dev.erpsync.server.store.StoreOutage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  @Tag("D41")
  void afterACleanStopTheFileAloneHoldsEverything() throws Exception {
    Path data = folder.resolve("data");
    try (JdbcStore store = SqliteStore.open(data)) {
      put(store, 1);
      assertThat(connectors(store)).isEqualTo(1);
    }
    assertThat(data.resolve("erpsync.db-wal")).doesNotExist();
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.copy(data.resolve("erpsync.db"), copy.resolve("erpsync.db"));
    try (JdbcStore store = SqliteStore.open(copy)) {
      assertThat(connectors(store)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @Tag("D39")
  @ValueSource(strings = {"erpsync.db", "erpsync.db-wal"})
  void aFileThatIsDeletedUnderTheServerIsAnOutage(String name) throws Exception {
    Path data = folder.resolve("data");
    JdbcStore store = SqliteStore.open(data);
    try (store) {
      put(store, 1);
      Files.delete(data.resolve(name));
      assertUnavailable(() -> put(store, 2));
      assertUnavailable(() -> put(store, 3));
      assertUnavailable(() -> connectors(store));
    }
    assertThat(data.resolve(name)).doesNotExist();
  }

  @Test
  @Tag("D39")
  void aFileThatIsReplacedUnderTheServerIsAnOutage() throws Exception {
    Path data = folder.resolve("data");
    Path other = folder.resolve("other");
    SqliteStore.open(other).close();
    try (JdbcStore store = SqliteStore.open(data)) {
      put(store, 1);
      Files.move(
          other.resolve("erpsync.db"),
          data.resolve("erpsync.db"),
          StandardCopyOption.REPLACE_EXISTING);
      assertUnavailable(() -> put(store, 2));
      assertUnavailable(() -> connectors(store));
    }
  }

  @Test
  @Tag("D39")
  void aStoreThatBecomesReadOnlyIsAnOutageUntilItCanBeWrittenAgain() {
    try (JdbcStore store = SqliteStore.open(folder.resolve("data"))) {
      var transactions = (JdbcTransactions) store.transactions();
      assertUnavailable(
          () ->
              transactions.write(
                  () -> {
                    transactions.handle().execute("pragma query_only = on");
                    store.connectors().put(new Connector(1, null, null, false));
                    return true;
                  }));
      put(store, 2);
      assertThat(connectors(store)).isEqualTo(1);
    }
  }

  private static void put(JdbcStore store, int id) {
    store
        .transactions()
        .write(
            () -> {
              store.connectors().put(new Connector(id, null, null, false));
              return true;
            });
  }

  private static long connectors(JdbcStore store) {
    return store.transactions().read(() -> store.rows().count());
  }

  private static void assertUnavailable(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(StoreOutage.Unavailable.class));
  }

  @Test
  @Tag("D41")
  void aStoreThatAnotherProcessReadsIsNotReplaced() throws Exception {
    Path data = folder.resolve("data");
    Path backup = folder.resolve("backup.db");
    SqliteStore.open(data).close();
    SqliteBackup.backup(data, backup);
    String url = "jdbc:sqlite:" + data.resolve("erpsync.db");
    try (Connection reader = DriverManager.getConnection(url);
        Connection writer = DriverManager.getConnection(url)) {
      reader.createStatement().execute("begin");
      reader.createStatement().executeQuery("select count(*) from erp_connector").next();
      writer.createStatement().execute("insert into erp_connector values (1, null, null, false)");
      assertThatThrownBy(() -> SqliteRestore.restore(data, backup))
          .hasMessage("cannot restore " + backup + ": another process uses the store in " + data);
    }
    try (JdbcStore store = SqliteStore.open(data)) {
      assertThat(connectors(store)).isEqualTo(1);
    }
  }
}
