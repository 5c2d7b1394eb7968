package dev.erpsync.server.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL that flushes what it commits, and that can be stopped and started again. */
public final class TestPostgres implements AutoCloseable {
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static @Nullable TestPostgres shared;

  private final Path data;
  private int port;
  private EmbeddedPostgres server;

  public TestPostgres() {
    try {
      data = Files.createTempDirectory("erpsync-postgres");
      server = run();
      port = server.getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one for all tests that do not stop it; it ends with the tests. */
  public static synchronized TestPostgres shared() {
    TestPostgres running = shared;
    if (running == null) {
      running = new TestPostgres();
      shared = running;
    }
    return running;
  }

  /** A new database. */
  public DatabaseSettings database() {
    return database("");
  }

  /** A new database, made with options. */
  public DatabaseSettings database(String options) {
    String name = "test" + DATABASES.incrementAndGet();
    sql("create database " + name + " " + options);
    return new DatabaseSettings(
        "jdbc:postgresql://localhost:%d/%s".formatted(port, name),
        Optional.of("postgres"),
        Optional.of("postgres"),
        16);
  }

  /** Runs a statement on the database of the administrator. */
  public void sql(String statement) {
    try (var connection = server.getPostgresDatabase().getConnection();
        var sql = connection.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Makes a user who may do everything, and whose password is asked for. */
  public void user(String name, String password) {
    sql("create role %s login superuser password '%s'".formatted(name, password));
    Path rules = data.resolve("pg_hba.conf");
    try {
      String others = Files.readString(rules);
      Files.writeString(
          rules,
          "host all %1$s 127.0.0.1/32 scram-sha-256\nhost all %1$s ::1/128 scram-sha-256\n"
                  .formatted(name)
              + others);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql("select pg_reload_conf()");
  }

  /** Ends all of its connections and itself. */
  public void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it again after a stop, with the same data at the same address. */
  public void start() {
    try {
      server = run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }

  private EmbeddedPostgres run() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            // Without these it would be faster, and no proof of anything.
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("max_connections", "200");
    if (port != 0) {
      builder.setPort(port);
    }
    EmbeddedPostgres started = builder.start();
    endWithThisProcess();
    return started;
  }

  /**
   * However this process ends, even killed: its end of the pipe is closed then, and the shell that
   * waits for that ends the server and removes its files.
   */
  private void endWithThisProcess() throws IOException {
    String wait =
        "read -r never; read -r pid < '%1$s/postmaster.pid' && kill -QUIT \"$pid\"; sleep 2; rm -rf '%1$s'"
            .formatted(data);
    new ProcessBuilder("sh", "-c", wait)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
