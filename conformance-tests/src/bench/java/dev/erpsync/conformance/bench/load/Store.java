package dev.erpsync.conformance.bench.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Where a server keeps what it is told. */
public interface Store extends AutoCloseable {
  /** As it stands in tables. */
  String name();

  /** What a server is started with to use it. */
  List<String> options();

  /** Beside the server, by the engine's own means. */
  Connection connect() throws SQLException;

  /** How much of the disk it takes. */
  long bytes() throws Exception;

  /** Rows with the numbers between two as column n, to select from. */
  String numbers(long from, long to);

  /** What the engine does by itself sooner or later after much was loaded. */
  void settle(Statement statement) throws SQLException;
}
