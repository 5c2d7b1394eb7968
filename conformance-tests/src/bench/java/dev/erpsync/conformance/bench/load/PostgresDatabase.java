package dev.erpsync.conformance.bench.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A database of a PostgreSQL, which several servers may use at once. */
public record PostgresDatabase(PostgresServer server, String database) implements Store {
  public static final String NAME = "PostgreSQL";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> options() {
    return List.of("--database", server.url(database), "--database-user", "postgres");
  }

  @Override
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(server.url(database), "postgres", "");
  }

  @Override
  public long bytes() throws SQLException {
    try (Connection connection = connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery("select pg_database_size(current_database())")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public String numbers(long from, long to) {
    return "generate_series(%d, %d) as numbers(n)".formatted(from, to);
  }

  @Override
  public void settle(Statement statement) throws SQLException {
    statement.execute("vacuum analyze");
    statement.execute("checkpoint");
  }

  @Override
  public void close() throws SQLException {
    server.sql("drop database " + database + " with (force)");
  }
}
