package dev.erpsync.conformance.bench.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How fast an engine takes one row a commit, each on disk: the limit for who commits one by one.
 */
final class RawRate {
  private final Store store;

  RawRate(Store store) {
    this.store = store;
  }

  /**
   * In a table without indexes, made for this and dropped after it.
   *
   * @param clients connections; SQLite has one writer, so there it is one whatever is asked for
   */
  double perSecond(int clients, int seconds) throws Exception {
    int writers = store.name().equals(EmbeddedStore.NAME) ? 1 : clients;
    sql("create table raw_rate (record_id integer, erp_key text)");
    try {
      var next = new AtomicInteger(1);
      return (double) Rate.count(writers, seconds, client -> inserts(next)) / seconds;
    } finally {
      sql("drop table raw_rate");
    }
  }

  private Rate.Step inserts(AtomicInteger next) throws SQLException {
    Connection connection = store.connect();
    PreparedStatement insert = connection.prepareStatement("insert into raw_rate values (?, ?)");
    return new Rate.Step() {
      @Override
      public void run() throws SQLException {
        int record = next.getAndIncrement();
        insert.setInt(1, record);
        insert.setString(2, "key-" + record);
        insert.executeUpdate();
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  private void sql(String text) throws SQLException {
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
