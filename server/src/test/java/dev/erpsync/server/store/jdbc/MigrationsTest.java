package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.erpsync.server.emulator.EmulatorService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stores that older versions have filled. */
@Tag("D41")
class MigrationsTest {
  @TempDir Path folder;

  /** One row a version that was released: what it has written, and how that is to be read now. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void whatAnOlderVersionHasWrittenIsReadAndTheWorkGoesOn(String version) throws Exception {
    SqliteFile file = SqliteFile.in(folder);
    fill(Migrations.SQLITE, file.source(false), version);
    try (JdbcStore store = SqliteStore.open(folder)) {
      assertWhole(store, version);
    }
    DatabaseSettings database = TestPostgres.shared().database();
    try (var pool = new HikariDataSource(PostgresStore.config(database))) {
      fill(Migrations.POSTGRESQL, pool, version);
    }
    try (JdbcStore store = PostgresStore.open(database)) {
      assertWhole(store, version);
    }
  }

  @Test
  void bothStoresHaveTheSameVersions() {
    DataSource none = SqliteFile.in(folder).source(false);
    assertThat(names(Migrations.SQLITE, none)).isNotEmpty();
    assertThat(names(Migrations.POSTGRESQL, none)).isEqualTo(names(Migrations.SQLITE, none));
  }

  private static List<String> names(Migrations engine, DataSource any) {
    return Arrays.stream(engine.configure(any).load().info().all())
        .map(MigrationInfo::getScript)
        .toList();
  }

  private static void fill(Migrations engine, DataSource database, String version)
      throws IOException {
    engine.configure(database).target(version).load().migrate();
    Jdbi.create(database)
        .useTransaction(
            handle ->
                read("V" + version + ".sql")
                    .lines()
                    .forEach(statement -> handle.execute(statement)));
  }

  private static void assertWhole(JdbcStore store, String version) throws IOException {
    var emulator =
        new EmulatorService(
            store.transactions(),
            store.connectors(),
            store.connections(),
            store.links(),
            store.crmFields(),
            store.erpFields(),
            store.storedFields(),
            store.rows());
    assertThat(emulator.state().toString().replaceAll("([,\\[]) ?(\\w+\\[)", "$1\n$2") + "\n")
        .isEqualTo(read("V" + version + ".txt"));
    emulator.seed(List.of(emulator.state()));
    assertThat(
            store.transactions().write(() -> store.links().add(OnEveryStore.link(510, 474, "new"))))
        .isTrue();
    emulator.reset();
  }

  private static String read(String fixture) throws IOException {
    try (InputStream in =
        MigrationsTest.class.getResourceAsStream("/dev/erpsync/server/store/" + fixture)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
