package dev.erpsync.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema: documented as it is, and the same in both stores. */
@Tag("D41")
class SchemaTest {
  private static final Path DOCUMENT = Path.of("SCHEMA.md");

  private final DatabaseSettings database = TestPostgres.shared().database();

  @TempDir Path folder;

  @Test
  void isDocumentedAsItIs() throws Exception {
    String written;
    try (JdbcStore postgres = PostgresStore.open(database);
        JdbcStore embedded = SqliteStore.open(folder);
        var one = Jdbi.create(database.url(), "postgres", "").open();
        var other = Jdbi.create(SqliteFile.in(folder).source(true)).open()) {
      written = new SchemaDocument(one, other).write();
      assertThat(postgres).isNotSameAs(embedded);
    }
    if (Boolean.getBoolean("erpsync.writeSchema")) {
      Files.writeString(DOCUMENT, written);
    }
    assertThat(Files.readString(DOCUMENT)).isEqualTo(written);
  }

  @Test
  void hasTheSameColumnsAndUniqueIndexesInBothStores() throws SQLException {
    PostgresStore.open(database).close();
    SqliteStore.open(folder).close();
    try (Connection one = DriverManager.getConnection(database.url(), "postgres", "");
        Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + SqliteFile.in(folder).path())) {
      assertThat(shape(one)).isEqualTo(shape(other)).hasSizeGreaterThan(7);
    }
  }

  /** Of each table its columns, and what is unique, whatever the order of an index. */
  private static Map<String, Set<String>> shape(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    Map<String, Set<String>> shape = new TreeMap<>();
    try (ResultSet tables = data.getTables(null, null, "%", new String[] {"TABLE"})) {
      while (tables.next()) {
        String table = tables.getString("TABLE_NAME");
        if (!table.startsWith("flyway") && !table.startsWith("sqlite")) {
          shape.put(table, new TreeSet<>());
        }
      }
    }
    for (var table : shape.entrySet()) {
      try (ResultSet columns = data.getColumns(null, null, table.getKey(), "%")) {
        while (columns.next()) {
          table.getValue().add(columns.getString("COLUMN_NAME"));
        }
      }
      Map<String, Set<String>> unique = new TreeMap<>();
      try (ResultSet indexes = data.getIndexInfo(null, null, table.getKey(), true, false)) {
        while (indexes.next()) {
          unique
              .computeIfAbsent(indexes.getString("INDEX_NAME"), name -> new TreeSet<>())
              .add(indexes.getString("COLUMN_NAME"));
        }
      }
      // SQLite has no index of its own for a primary key that is its row id.
      unique.values().stream()
          .filter(columns -> columns.size() > 1 || columns.contains("connection_id"))
          .forEach(columns -> table.getValue().add("unique " + columns));
    }
    return shape;
  }
}
