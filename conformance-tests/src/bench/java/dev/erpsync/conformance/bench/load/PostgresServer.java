package dev.erpsync.conformance.bench.load;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A real PostgreSQL that flushes what it commits, and that can be stopped and started again. */
public final class PostgresServer implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final Path programs;
  private final Path data;
  private int port;
  private EmbeddedPostgres server;

  public PostgresServer(Workplace workplace) throws IOException {
    programs = workplace.place("postgres-programs");
    data = workplace.place("postgres-data");
    server = run();
    port = server.getPort();
  }

  /** A new database. */
  public PostgresDatabase database() throws SQLException {
    String name = "bench" + DATABASES.incrementAndGet();
    sql("create database " + name);
    return new PostgresDatabase(this, name);
  }

  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  public void sql(String statement) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  /** Ends all of its connections and itself. */
  public void stop() throws IOException {
    server.close();
  }

  /** Starts it again after a stop, with the same data at the same address. */
  public void start() throws IOException {
    server = run();
  }

  private EmbeddedPostgres run() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(programs.toFile())
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            // Without these it would be faster, and no proof of anything.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("max_connections", "200");
    if (port != 0) {
      builder.setPort(port);
    }
    return builder.start();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
