package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpsync.server.store.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings on which the promises of the store on PostgreSQL rest. */
class PostgresStoreTest {
  private static final TestPostgres POSTGRES = TestPostgres.shared();

  @ParameterizedTest
  @Tag("D40")
  @CsvSource({
    "synchronous_commit, on",
    "transaction_isolation, repeatable read",
    "lock_timeout, 10s",
    "idle_in_transaction_session_timeout, 1min"
  })
  void holdForEveryTransaction(String setting, String value) {
    try (JdbcStore store = PostgresStore.open(POSTGRES.database())) {
      assertThat(shown(store, setting)).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @Tag("D40")
  @CsvSource({"off, on", "local, local", "remote_apply, remote_apply"})
  void neverCommitsWithoutWaitingForTheDiskAndNeverWaitsForLess(String set, String found)
      throws SQLException {
    DatabaseSettings database = POSTGRES.database();
    sql(database, "alter database " + name(database) + " set synchronous_commit = " + set);
    try (JdbcStore store = PostgresStore.open(database)) {
      assertThat(shown(store, "synchronous_commit")).isEqualTo(found);
    }
  }

  @Test
  void severalServersMayOpenAnEmptyDatabaseAtOnce() throws Exception {
    DatabaseSettings database = POSTGRES.database();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<JdbcStore> open = () -> PostgresStore.open(database);
    try {
      for (var store : threads.invokeAll(List.of(open, open, open, open))) {
        store.get().close();
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void leavesADatabaseOfSomethingElseAsItIs() throws SQLException {
    DatabaseSettings database = POSTGRES.database();
    sql(database, "create table theirs (id integer)");
    assertRefused(database, "cannot open the store in %s: it is a database of something else");
    sql(database, "drop table theirs");
    PostgresStore.open(database).close();
  }

  @Test
  void leavesAStoreOfANewerVersionAsItIs() throws SQLException {
    DatabaseSettings database = POSTGRES.database();
    PostgresStore.open(database).close();
    sql(
        database,
        "insert into flyway_schema_history select 999, '999', description, type, script, checksum,"
            + " installed_by, installed_on, execution_time, success from flyway_schema_history where installed_rank = 1");
    assertRefused(database, "cannot open the store in %s: it was written by a newer version");
  }

  @Test
  void wantsTextsInUtf8() {
    assertRefused(
        POSTGRES.database("encoding 'LATIN1' template template0 lc_collate 'C' lc_ctype 'C'"),
        "cannot open the store in %s: its encoding is LATIN1 and must be UTF8");
  }

  @Test
  void saysWhyItCannotBeReachedAndNotWithWhichPassword() {
    var nobody =
        new DatabaseSettings(
            "jdbc:postgresql://localhost:1/none?tcpKeepAlive=true",
            Optional.of("me"),
            Optional.of("s3cret"),
            1);
    assertThatThrownBy(() -> PostgresStore.open(nobody))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("cannot open the store in jdbc:postgresql://localhost:1/none: ")
        .hasMessageNotContaining("s3cret");
    DatabaseSettings database = POSTGRES.database();
    assertRefused(
        new DatabaseSettings(database.url(), Optional.of("me"), Optional.of("s3cret"), 1),
        "cannot open the store in %s: FATAL: role \"me\" does not exist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://h/d?user=me",
        "jdbc:postgresql://h/d?ssl=true&PASSWORD=s3cret",
        "jdbc:postgresql://me:s3cret@h/d"
      })
  void wantsNoCredentialsInTheUrl(String url) {
    assertThatThrownBy(() -> new DatabaseSettings(url, Optional.empty(), Optional.empty(), 1))
        .isInstanceOf(StoreException.class)
        .hasMessage("--database must not hold a user or a password");
  }

  private static void assertRefused(DatabaseSettings database, String message) {
    assertThatThrownBy(() -> PostgresStore.open(database))
        .isInstanceOf(StoreException.class)
        .hasMessage(message.formatted(database));
  }

  private static String shown(JdbcStore store, String setting) {
    var transactions = (JdbcTransactions) store.transactions();
    return transactions.write(
        () -> transactions.handle().createQuery("show " + setting).mapTo(String.class).one());
  }

  private static void sql(DatabaseSettings database, String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url(), "postgres", "");
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private static String name(DatabaseSettings database) {
    return database.url().replaceFirst(".*/", "");
  }
}
