package dev.erpsync.conformance.bench.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteConfig;

/** The server's own store: a file in a folder. */
public record EmbeddedStore(Path data) implements Store {
  public static final String NAME = "SQLite";

  public static EmbeddedStore in(Workplace workplace) throws IOException {
    return new EmbeddedStore(workplace.place("data"));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<String> options() {
    return List.of("--data", data.toString());
  }

  /** As the server opens it: each commit waits for the disk. */
  @Override
  public Connection connect() throws SQLException {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    return config.createConnection("jdbc:sqlite:" + data.resolve("erpsync.db"));
  }

  @Override
  public long bytes() throws IOException {
    try (var files = Files.list(data)) {
      return files
          .map(Path::toFile)
          .filter(f -> f.getName().startsWith("erpsync.db"))
          .mapToLong(java.io.File::length)
          .sum();
    }
  }

  @Override
  public String numbers(long from, long to) {
    return "(with recursive numbers(n) as (select %d union all select n + 1 from numbers where n < %d) select n from numbers)"
        .formatted(from, to);
  }

  @Override
  public void settle(Statement statement) throws SQLException {
    statement.execute("pragma wal_checkpoint(truncate)");
  }

  @Override
  public void close() throws Exception {
    Workplace.remove(data);
  }
}
