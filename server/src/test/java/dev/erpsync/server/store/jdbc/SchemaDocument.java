package dev.erpsync.server.store.jdbc;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Describes the schema as the two databases have it after all migrations. */
final class SchemaDocument {
  private static final String TABLES =
      "select table_name from information_schema.tables where table_schema = current_schema()"
          + " and table_name <> 'flyway_schema_history' order by table_name";

  private final Handle postgres;
  private final Handle sqlite;
  private final StringBuilder text = new StringBuilder();

  SchemaDocument(Handle postgres, Handle sqlite) {
    this.postgres = postgres;
    this.sqlite = sqlite;
  }

  /** In Markdown, with a picture in Mermaid. */
  String write() {
    List<String> tables = postgres.createQuery(TABLES).mapTo(String.class).list();
    text.append(
        """
        # Schema

        Written from the live databases by `SchemaTest`, which fails when this is not up to date;
        `mvn -pl server -am test -Dtest=SchemaTest -Dsurefire.failIfNoSpecifiedTests=false -Derpsync.writeSchema=true`
        writes it anew. The migrations, with their reasons, are in `src/main/resources/dev/erpsync/server/store`.

        ```mermaid
        erDiagram
        """);
    tables.forEach(this::picture);
    text.append("```\n");
    tables.forEach(this::table);
    return text.toString();
  }

  private void picture(String table) {
    postgres
        .createQuery(
            """
            select confrelid::regclass::text as parent, a.attname as child_column
            from pg_constraint c join pg_attribute a on a.attrelid = conrelid and a.attnum = conkey[1]
            where contype = 'f' and conrelid = cast(:table as regclass) order by 1, 2""")
        .bind("table", table)
        .map(
            (row, context) ->
                "  %s ||--o{ %s : %s%n"
                    .formatted(row.getString("parent"), table, row.getString("child_column")))
        .forEach(text::append);
    text.append("  ").append(table).append(" {\n");
    for (Column column : columns(table)) {
      text.append("    %s %s%n".formatted(column.postgres(), column.name()));
    }
    text.append("  }\n");
  }

  private void table(String table) {
    text.append("\n## ").append(table).append("\n\n");
    text.append("| column | embedded | PostgreSQL | may be null |\n|---|---|---|---|\n");
    for (Column column : columns(table)) {
      text.append(
          "| `%s` | %s | %s | %s |%n"
              .formatted(
                  column.name(),
                  column.sqlite(),
                  column.postgres(),
                  column.nullable() ? "yes" : "no"));
    }
    text.append('\n');
    postgres
        .createQuery(
            "select pg_get_constraintdef(oid) from pg_constraint"
                + " where conrelid = cast(:table as regclass) order by contype, 1")
        .bind("table", table)
        .mapTo(String.class)
        .forEach(rule -> text.append("- ").append(rule).append('\n'));
    postgres
        .createQuery(
            """
            select pg_get_indexdef(indexrelid) from pg_index
            where indrelid = cast(:table as regclass)
              and not exists (select 1 from pg_constraint where conindid = indexrelid) order by 1""")
        .bind("table", table)
        .mapTo(String.class)
        .forEach(index -> text.append("- ").append(index).append('\n'));
  }

  private List<Column> columns(String table) {
    return postgres
        .createQuery(
            "select column_name, data_type, is_nullable from information_schema.columns"
                + " where table_schema = current_schema() and table_name = :table"
                + " order by ordinal_position")
        .bind("table", table)
        .map(
            (row, context) ->
                new Column(
                    row.getString("column_name"),
                    sqlite
                        .createQuery("select lower(type) from pragma_table_info(?) where name = ?")
                        .bind(0, table)
                        .bind(1, row.getString("column_name"))
                        .mapTo(String.class)
                        .one(),
                    row.getString("data_type"),
                    row.getString("is_nullable").equals("YES")))
        .list();
  }

  private record Column(String name, String sqlite, String postgres, boolean nullable) {}
}
