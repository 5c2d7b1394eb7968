package dev.erpsync.conformance.bench.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Links that are there before anybody calls: record n with key-n, on the connections in turn. They
 * are put into the server's tables (server/SCHEMA.md) while it does not run, which takes seconds
 * where calls would take hours.
 *
 * @param connections with the ids from 1
 * @param links with the records from 1
 */
record Stock(int connections, int links) {
  private static final int AT_ONCE = 500_000;

  int connectionOf(int record) {
    return 1 + record % connections;
  }

  String keyOf(int record) {
    return "key-" + record;
  }

  void load(Store store) throws SQLException {
    try (Connection connection = store.connect();
        Statement statement = connection.createStatement()) {
      for (int from = 1; from <= links; from += AT_ONCE) {
        String numbers = store.numbers(from, Math.min(links, from + AT_ONCE - 1));
        statement.executeUpdate(
            "insert into erp_internal_key (crm_actor_type, record_id) select 'Contact', n from "
                + numbers);
        statement.executeUpdate(
            """
            insert into erp_external_key (erp_internal_key_id, erp_connection_id, actor_type, erp_key)
            select erp_internal_key_id, 1 + n %% %d, 'Customer', 'key-' || n
            from %s join erp_internal_key on record_id = n"""
                .formatted(connections, numbers));
      }
      store.settle(statement);
    }
  }
}
